"""What the citation styles share, from a CSL-JSON item to text and HTML.

A style says which parts a reference has and what stands between them. Here is
everything below that: `source` reads an item, `names`, `dates`, `numbers`, `pages`
and `titles` write its parts, and `runs` joins the parts and prints them.
"""
