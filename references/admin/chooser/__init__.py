"""The chooser of references that fields, blocks and citations open."""

from references.admin.chooser.viewset import ReferenceChooserViewSet

__all__ = ["ReferenceChooserViewSet"]
