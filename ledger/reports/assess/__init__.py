"""核定: calculation sheets, what is published, 用款计划, 拨付核对表."""
