"""单位的事项: what two people settle: keys, roles, switching on, 代理, 交接."""
