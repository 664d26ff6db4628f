"""Articles: pages, blocks, bylines, topics, feeds and structured data."""
