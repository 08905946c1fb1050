"""How providers supply information: routes, admission, copies kept once, timeliness, files kept (M16 to M18, M41)."""
