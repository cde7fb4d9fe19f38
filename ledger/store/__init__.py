"""The only room that speaks SQL: schema, engine, reading, writing."""
