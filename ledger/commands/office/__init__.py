"""The people of the office: who may do what, with which key, and who stands in for whom."""
