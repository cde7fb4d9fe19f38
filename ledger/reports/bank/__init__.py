"""对账: statement lines, 余额调节表 and 对账总览."""
