"""Guest clinicians: invitation, manuscript and proof."""
