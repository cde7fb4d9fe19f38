"""What comes from and goes to others' systems: 国家平台, 卫健部门."""
