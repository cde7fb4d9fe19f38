"""How what was posted or registered is put right: red, blue, difference, papers, withdrawal."""
