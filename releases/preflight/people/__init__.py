"""Who is named: people, their titles and places, organisations, who signs and who speaks."""
