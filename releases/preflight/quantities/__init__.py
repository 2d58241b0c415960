"""What is counted and when: numbers, amounts, days, times and addresses in both languages, as values that compare."""
