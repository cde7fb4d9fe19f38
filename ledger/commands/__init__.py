"""The commands of the door: a file per kind of work; plain click, no accounting."""
