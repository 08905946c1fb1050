"""The columns that stand before the rows with a fault, for the clerk who corrects them. Reading passes over them."""

REPORT_HEADERS = (
    "原行号 | row",
    "列 | column",
    "问题",
    "problem",
    "更正办法",
    "cure",
)
