"""English text: quotation marks and doubled words."""
