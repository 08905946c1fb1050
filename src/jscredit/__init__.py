"""jscredit: Jiangsu's public-credit law of 2018, as typed Python values and decisions that say why."""
