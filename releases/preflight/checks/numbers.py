"""Numbers agree in both languages: figures, amounts, percentages; addresses and telephone numbers too."""
