"""Days: a weekday and its date, the dateline and the embargo; the same days in both languages."""
