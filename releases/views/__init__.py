"""The public site. Every view asks the one gate, ``Page.objects.public(at)``, and reads editions."""
