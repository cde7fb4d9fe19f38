"""业务事件: a room per kind; `kinds` has the table of them."""
