"""Pictures: described for those who cannot see them, large enough, credited."""
