"""What tables are, and how they write numbers."""
