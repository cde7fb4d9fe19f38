"""Policy is data: layered profiles, each value with its clause and its dates."""
