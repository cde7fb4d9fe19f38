"""登记事项: kinds of events without legs, a file each."""
