BEGIN TRANSACTION;
CREATE TABLE account (
	book TEXT NOT NULL, 
	code TEXT NOT NULL, 
	base TEXT NOT NULL, 
	hospital TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	counterparty TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (book, code), 
	CONSTRAINT fk_account_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "account" VALUES('620100/employee','1003','1003','',0,'','','财政专户存款');
INSERT INTO "account" VALUES('620100/employee','1004','1004','',0,'','','支出户存款');
INSERT INTO "account" VALUES('620100/employee','1101.01.H62010000001.2025','1101.01','H62010000001',2025,'','城关示范医院','暂付款-医保预付金-城关示范医院-2025年');
INSERT INTO "account" VALUES('620100/employee','2001.01.CBAD1E65C','2001.01','',0,'来历不明的汇款','来历不明的汇款','暂收款-待查及多收款项-来历不明的汇款');
INSERT INTO "account" VALUES('620100/employee','3001.01','3001.01','',0,'','','一般基金结余-统筹基金');
INSERT INTO "account" VALUES('620100/resident','1003','1003','',0,'','','财政专户存款');
INSERT INTO "account" VALUES('620100/resident','1004','1004','',0,'','','支出户存款');
INSERT INTO "account" VALUES('620100/resident','3001','3001','',0,'','','一般基金结余');
INSERT INTO "account" VALUES('620100/employee','1101.01.H62010000001.2026','1101.01','H62010000001',2026,'','城关示范医院','暂付款-医保预付金-城关示范医院-2026年');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE bank_account (
	book TEXT NOT NULL, 
	code TEXT NOT NULL, 
	bank TEXT NOT NULL, 
	number TEXT NOT NULL, 
	"exclusive" INTEGER NOT NULL, 
	CONSTRAINT pk_bank_account PRIMARY KEY (book, code), 
	CONSTRAINT ck_bank_account_exclusive CHECK (exclusive IN (0, 1)), 
	CONSTRAINT fk_bank_account_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "bank_account" VALUES('620100/employee','1004','示范银行','1004001',1);
INSERT INTO "bank_account" VALUES('620100/resident','1004','示范银行','1004001',1);
CREATE TABLE bank_approval (
	book TEXT NOT NULL, 
	account TEXT NOT NULL, 
	period TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	prepared_by TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	approved_at TEXT NOT NULL, 
	CONSTRAINT pk_bank_approval PRIMARY KEY (book, account, period, version), 
	CONSTRAINT fk_bank_approval_book_account_period_version_prepared_by FOREIGN KEY(book, account, period, version, prepared_by) REFERENCES bank_reconciliation (book, account, period, version, prepared_by), 
	CONSTRAINT fk_bank_approval_approved_by FOREIGN KEY(approved_by) REFERENCES operator (name), 
	CONSTRAINT ck_bank_approval_four_eyes CHECK (prepared_by <> approved_by)
)
 STRICT

;
CREATE TABLE bank_line (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	account TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	date TEXT NOT NULL, 
	side TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	balance_fen INTEGER NOT NULL, 
	serial TEXT NOT NULL, 
	receipt TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	counterparty TEXT NOT NULL, 
	counterparty_account TEXT NOT NULL, 
	identity TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_bank_line PRIMARY KEY (book, id), 
	CONSTRAINT uq_bank_line_book_account_identity UNIQUE (book, account, identity), 
	CONSTRAINT uq_bank_line_book_account_number UNIQUE (book, account, number), 
	CONSTRAINT uq_bank_line_book_account_place UNIQUE (book, account, place), 
	CONSTRAINT fk_bank_line_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT ck_bank_line_side CHECK (side IN ('in', 'out')), 
	CONSTRAINT ck_bank_line_amount CHECK (amount_fen <> 0)
)
 STRICT

;
CREATE TABLE bank_match (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	why TEXT NOT NULL, 
	sure INTEGER NOT NULL, 
	matched_by TEXT NOT NULL, 
	matched_at TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_bank_match PRIMARY KEY (book, id), 
	CONSTRAINT uq_bank_match_book_number UNIQUE (book, number), 
	CONSTRAINT uq_bank_match_book_id_matched_by UNIQUE (book, id, matched_by), 
	CONSTRAINT fk_bank_match_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_bank_match_matched_by FOREIGN KEY(matched_by) REFERENCES operator (name), 
	CONSTRAINT ck_bank_match_kind CHECK (kind IN ('match', 'outside')), 
	CONSTRAINT ck_bank_match_sure CHECK (sure IN (0, 1)), 
	CONSTRAINT ck_bank_match_outside CHECK (kind = 'match' OR sure = 0)
)
 STRICT

;
CREATE TABLE bank_match_line (
	book TEXT NOT NULL, 
	matching TEXT NOT NULL, 
	line TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	CONSTRAINT pk_bank_match_line PRIMARY KEY (book, matching, line), 
	CONSTRAINT fk_bank_match_line_book_matching FOREIGN KEY(book, matching) REFERENCES bank_match (book, id)
)
 STRICT

;
CREATE TABLE bank_match_voucher (
	book TEXT NOT NULL, 
	matching TEXT NOT NULL, 
	voucher TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	CONSTRAINT pk_bank_match_voucher PRIMARY KEY (book, matching, voucher), 
	CONSTRAINT fk_bank_match_voucher_book_voucher FOREIGN KEY(book, voucher) REFERENCES voucher (book, id), 
	CONSTRAINT fk_bank_match_voucher_book_matching FOREIGN KEY(book, matching) REFERENCES bank_match (book, id)
)
 STRICT

;
CREATE TABLE bank_reconciliation (
	book TEXT NOT NULL, 
	account TEXT NOT NULL, 
	period TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"exclusive" INTEGER NOT NULL, 
	statement_fen INTEGER NOT NULL, 
	book_fen INTEGER NOT NULL, 
	other_fen INTEGER NOT NULL, 
	adjusted_fen INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	prepared_by TEXT NOT NULL, 
	prepared_at TEXT NOT NULL, 
	CONSTRAINT pk_bank_reconciliation PRIMARY KEY (book, account, period, version), 
	CONSTRAINT uq_bank_reconciliation_book_account_period_version_prepared_by UNIQUE (book, account, period, version, prepared_by), 
	CONSTRAINT fk_bank_reconciliation_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_bank_reconciliation_prepared_by FOREIGN KEY(prepared_by) REFERENCES operator (name), 
	CONSTRAINT ck_bank_reconciliation_exclusive CHECK (exclusive IN (0, 1))
)
 STRICT

;
CREATE TABLE bank_verdict (
	book TEXT NOT NULL, 
	matching TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	matched_by TEXT NOT NULL, 
	given_by TEXT NOT NULL, 
	given_at TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_bank_verdict PRIMARY KEY (book, matching, verdict), 
	CONSTRAINT fk_bank_verdict_book_matching_matched_by FOREIGN KEY(book, matching, matched_by) REFERENCES bank_match (book, id, matched_by), 
	CONSTRAINT fk_bank_verdict_given_by FOREIGN KEY(given_by) REFERENCES operator (name), 
	CONSTRAINT ck_bank_verdict_verdict CHECK (verdict IN ('confirmed', 'approved', 'undone', 'lapsed')), 
	CONSTRAINT ck_bank_verdict_four_eyes CHECK (verdict <> 'approved' OR given_by <> matched_by)
)
 STRICT

;
CREATE TABLE book (
	book TEXT NOT NULL, 
	area TEXT NOT NULL, 
	fund TEXT NOT NULL, 
	profile TEXT NOT NULL, 
	start TEXT NOT NULL, 
	CONSTRAINT pk_book PRIMARY KEY (book), 
	CONSTRAINT ck_book_code CHECK (book = area || '/' || fund), 
	CONSTRAINT fk_book_area FOREIGN KEY(area) REFERENCES pooling_area (area)
)
 STRICT

;
INSERT INTO "book" VALUES('620100/employee','620100','employee','gansu','2026-01');
INSERT INTO "book" VALUES('620100/resident','620100','resident','gansu','2026-01');
CREATE TABLE control (
	book TEXT NOT NULL, 
	turns INTEGER NOT NULL, 
	CONSTRAINT pk_control PRIMARY KEY (book), 
	CONSTRAINT fk_control_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "control" VALUES('620100/employee',18);
INSERT INTO "control" VALUES('620100/resident',8);
CREATE TABLE correction (
	book TEXT NOT NULL, 
	voucher TEXT NOT NULL, 
	corrects TEXT NOT NULL, 
	form TEXT NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (book, voucher), 
	CONSTRAINT ck_correction_form CHECK (form IN ('red', 'blue', 'difference', 'amend')), 
	CONSTRAINT fk_correction_book_corrects FOREIGN KEY(book, corrects) REFERENCES voucher (book, id), 
	CONSTRAINT fk_correction_book_voucher FOREIGN KEY(book, voucher) REFERENCES voucher (book, id)
)
 STRICT

;
CREATE TABLE credential (
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	set_by TEXT NOT NULL, 
	set_at TEXT NOT NULL, 
	CONSTRAINT pk_credential PRIMARY KEY (name, version), 
	CONSTRAINT fk_credential_name FOREIGN KEY(name) REFERENCES operator (name)
)
 STRICT

;
CREATE TABLE draft (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	content_digest TEXT NOT NULL, 
	date TEXT NOT NULL, 
	booked TEXT NOT NULL, 
	hospital TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	corrects TEXT NOT NULL, 
	irregular INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	prepared_by TEXT NOT NULL, 
	prepared_at TEXT NOT NULL, 
	papers TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	approved_at TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (book, id), 
	CONSTRAINT ck_draft_four_eyes CHECK (prepared_by <> approved_by), 
	CONSTRAINT fk_draft_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_draft_prepared_by FOREIGN KEY(prepared_by) REFERENCES operator (name), 
	CONSTRAINT uq_draft_book_key UNIQUE (book, "key")
)
 STRICT

;
CREATE TABLE event (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	content_digest TEXT NOT NULL, 
	date TEXT NOT NULL, 
	booked TEXT NOT NULL, 
	hospital TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	corrects TEXT NOT NULL, 
	irregular INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	prepared_by TEXT NOT NULL, 
	prepared_at TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	approved_at TEXT NOT NULL, 
	posted_by TEXT NOT NULL, 
	posted_at TEXT NOT NULL, 
	chain_year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	journal_digest TEXT NOT NULL, 
	fact_digest TEXT NOT NULL, 
	link TEXT NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (book, id), 
	CONSTRAINT ck_event_position CHECK (position >= 1), 
	CONSTRAINT ck_event_four_eyes CHECK (prepared_by <> approved_by), 
	CONSTRAINT fk_event_approved_by FOREIGN KEY(approved_by) REFERENCES operator (name), 
	CONSTRAINT fk_event_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_event_posted_by FOREIGN KEY(posted_by) REFERENCES operator (name), 
	CONSTRAINT fk_event_prepared_by FOREIGN KEY(prepared_by) REFERENCES operator (name), 
	CONSTRAINT uq_event_book_chain_year_position UNIQUE (book, chain_year, position), 
	CONSTRAINT uq_event_book_key UNIQUE (book, "key")
)
 STRICT

;
INSERT INTO "event" VALUES('620100/employee','019b89bd-2100-7000-98f2-a0a3d5f4b3b2','019b89bd-2100-7000-98f2-a0a3d5f4b3b2','opening-balance','opening-balance-1','7c67c91ff05855046d8bc60d064adb1b4e9810324f9a667b26277304c8a370a3','2026-01-01','2026-01-01','',0,100000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-05T00:00:37+08:00','审核丙','2026-01-05T00:00:43+08:00','主管丁','2026-01-05T00:00:47+08:00',2026,1,'bb5d2ba9577bc1dcd90f6b58c8fceadf4713f1b26701ca595b9d319ed7e2faea','fd18994cd15b8ceb1ce3fb06e7c4aa787e9b387f5e78df3eb1d14eb63323b8ca','8575bfd64b69628a0e35195707207110e81eeb67fd4599e5f2eabcbee7d3581e');
INSERT INTO "event" VALUES('620100/employee','019b89bd-24e8-7000-a6e0-439d6ec9d286','019b89bd-24e8-7000-a6e0-439d6ec9d286','opening-balance','opening-balance-2','5ae90df1cfdb74ef3aaf574a1cf2f4396230b53c346f4c210697a39a8d531d9b','2026-01-01','2026-01-01','',0,2000000,'',0,'{"account":"1004"}','rows.jsonl#2','制单乙','2026-01-05T00:00:38+08:00','审核丙','2026-01-05T00:00:43+08:00','主管丁','2026-01-05T00:00:47+08:00',2026,2,'1204ea6d5b2278a38b6694b2f84048d25349a97b7a263567b5588aab8b9b682a','55e8541f4b08b2a157513c9b9741fcb860a86570e5faf5571389f6509119e940','0decf30408d108a667addda940a800c1afb2b10a055c6b3f41fb46d86c50b834');
INSERT INTO "event" VALUES('620100/employee','019b89bd-28d0-7000-b119-1c56c324c985','019b89bd-28d0-7000-b119-1c56c324c985','opening-balance','opening-balance-3','26f4b04f394794ad3a3eecd75d71c68d265aedaf1fdbbcee470ada3fe1e18500','2026-01-01','2026-01-01','H62010000001',2025,3000000,'',0,'{"account":"1101"}','rows.jsonl#3','制单乙','2026-01-05T00:00:39+08:00','审核丙','2026-01-05T00:00:43+08:00','主管丁','2026-01-05T00:00:47+08:00',2026,3,'d6058d241c47948bcfa8c45ab08fc35f5c8c6bf719cd6abcbaae2de01e988183','3e3e3fe4762dc8bf990b1dcc64efb4b129e9a7a45c1822cca8ae53092d5ee53b','33d929e27820f0ef81338118fbced65bae20fc7719e6b51382b30ec5b001b264');
INSERT INTO "event" VALUES('620100/employee','019b89bd-2cb8-7000-ac88-8696008a05a6','019b89bd-2cb8-7000-ac88-8696008a05a6','opening-balance','opening-balance-4','4b40451d02d7214461604214386327fc005fa5f53646b6b0f8fdb2ab6f9e171c','2026-01-01','2026-01-01','',0,50000,'',0,'{"account":"2001","counterparty":"来历不明的汇款"}','rows.jsonl#4','制单乙','2026-01-05T00:00:40+08:00','审核丙','2026-01-05T00:00:43+08:00','主管丁','2026-01-05T00:00:47+08:00',2026,4,'9764f585326f0d4d022d48ee7d69cc34d870f0f55cc60f05acc87974b616993b','f04ea1ecf4a183ffe2a694b869385b78c46a5f148e903ff7725d625ce8092e4d','b275ff044989eb74574d4e21cbcbab62c1329744ec117811973bfda05823c271');
INSERT INTO "event" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2','019ba56a-d280-7000-868a-e3c7f1fd42a2','allocation','allocation-5','9ee5278270a37f72faa48aeeb6394841bff04752950af002434f3d1941483306','2026-01-10','2026-01-10','',0,60000000,'',0,'{}','rows.jsonl#1','制单乙','2026-01-10T09:00:02+08:00','审核丙','2026-01-10T09:00:05+08:00','主管丁','2026-01-10T09:00:09+08:00',2026,5,'f717ff116c2d5a1eccc972558c15d5cc019380078420da6fa0e5c8f8363d7162','ec4c1558215363ef6dd8e48118aa2206d5152eb67b2d00132b755c7332ae631a','077a7cb59e80580df433aa1c1ff025946fa9168ddc980bcd0652d0595931169e');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0160-7000-8096-d04f8a9a021e','019ba56b-0160-7000-8096-d04f8a9a021e','opening-balance','opening-balance-6','c682b1b3d5dbc3eba6bc69edc4edc83b1468b00239944a4c978ea44a5c1ed9de','2026-01-01','2026-01-01','',0,20000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-10T09:00:15+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,1,'dfd5a8b794a2080d8816eeca69a013b6fed0fdab777207a8a68f3e30ea8db596','71b911403572dc1a5d49106b0c7fadeab52b047e24c5db2e936488d2365eab95','b03d34bfc4607c6e27ab68065958bdae73dcd378bf7763a914c0a16ee416c1b3');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a','019ba56b-0548-7000-b866-22b6f06c144a','allocation','allocation-7','4bf8cc380cb46f53f7dcc5ee734f180c7109a660ecee02d81d05e2a9182f2e40','2026-01-10','2026-01-10','',0,20000000,'',0,'{}','rows.jsonl#2','制单乙','2026-01-10T09:00:16+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,2,'5ee57758272010dff65946d4e152ad65bf0f40c1941e4be860cfbad4ad79c8ff','ed0912a6fc663dda425fb8f109d36bf9874bb4a8ac8e44e7699e98712ac27836','c8bf27c745d9821b982dd3d2d5a3142f16f3164a979bb67511bd55959a8af8e8');
INSERT INTO "event" VALUES('620100/employee','019c450f-fa68-7000-961f-f4a03bab6c39','019c450f-fa68-7000-961f-f4a03bab6c39','agreement','agreement-1','73e2b19cd9e12e782e5c7d57dd4ffab50ca5fcf102e175233a292f89b623b70f','2026-01-02','2026-02-01','H62010000001',2026,0,'',0,'{}','','制单乙','2026-02-10T09:00:02+08:00','审核丙','2026-02-10T09:00:06+08:00','审核丙','2026-02-10T09:00:06+08:00',2026,6,'2d587be7ecd16c1c61f40ae0f85042f58f1c0bc7a1fc170932227f35a9e623c0','87d4640ff558cfcc4f3395522e8b93a25b1a9cf346f2a367f1bb869241ab3103','438c07c4b8e27eb5fa7b723d19aaf1270f58e1b7421624e6ab0e20e55a03e317');
INSERT INTO "event" VALUES('620100/employee','019c4510-0238-7000-ab51-7c8f3b1a11df','019c4510-0238-7000-ab51-7c8f3b1a11df','assessment','assessment-1','fc28125e9fcf4672a5ed04a9b775039841a68da47b298a235930386066a83a6e','2026-01-02','2026-02-01','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-02-10T09:00:04+08:00','审核丙','2026-02-10T09:00:06+08:00','审核丙','2026-02-10T09:00:06+08:00',2026,7,'524bbcd32129e0abb2018058067f0cbcaaa059d3cd19d0c23334ca5ae6857f8c','ecc792c1faa334d0fc91d49744777c41c7113f87d7273ad26cadf7d59b50ffca','33d258d8cc86966f564b6a04ac92cf64da128eb1b640d1dcadc5a902c7517277');
INSERT INTO "event" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9','019c4510-11d8-7000-b0b3-5e26380208a9','disbursement','拨-1','dd161ee025ef1d271ad066d0df52877ff26a26590efae7fb05d76817750ba544','2026-02-20','2026-02-20','H62010000001',2026,5000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-02-10T09:00:09+08:00','审核丙','2026-02-10T09:00:12+08:00','主管丁','2026-02-10T09:00:16+08:00',2026,8,'16a608a1938f565baa6879d8aa81f851be11359a777d6d0e3968fdd7f45e8a4f','d09c870d5849cc7dd95c1d2af5fb38ef096cec334108b075ed17991ff28ceede','7c7172367b980786dffa7af107ff23f3825ecf7e057b8aa0853d488880ae1849');
INSERT INTO "event" VALUES('620100/employee','019c4510-40b8-7000-baa4-2a3cd66b829e','019c4510-40b8-7000-baa4-2a3cd66b829e','repayment','还-1','f625170ccdfde3fec648e2be12c9b8ba031f6cea92471bbe51f3326488b94a44','2026-02-02','2026-02-02','H62010000001',2026,2000000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-02-10T09:00:21+08:00','审核丙','2026-02-10T09:00:24+08:00','主管丁','2026-02-10T09:00:28+08:00',2026,9,'b95cdb57ef81f65be9f307781fd9fea162b79eb043f70d5abbaf55b3953dbf11','c275af1fd97ddaba40c64fc6a9461817263e0c868a9070eb232a1d439a7cc7e8','185ff56509f04e0db84081276409bc46419193ae61543bab5a322cc6eaace156');
CREATE TABLE evidence (
	book TEXT NOT NULL, 
	event TEXT NOT NULL, 
	line INTEGER NOT NULL, 
	type TEXT NOT NULL, 
	number TEXT NOT NULL, 
	date TEXT NOT NULL, 
	title TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	sheets INTEGER NOT NULL, 
	kept_with TEXT NOT NULL, 
	file TEXT NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (book, event, line), 
	CONSTRAINT fk_evidence_book_event FOREIGN KEY(book, event) REFERENCES event (book, id)
)
 STRICT

;
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-2100-7000-98f2-a0a3d5f4b3b2',1,'migration-sheet','migration-sheet-1','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-24e8-7000-a6e0-439d6ec9d286',1,'migration-sheet','migration-sheet-2','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-28d0-7000-b119-1c56c324c985',1,'migration-sheet','migration-sheet-3','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-2cb8-7000-ac88-8696008a05a6',1,'migration-sheet','migration-sheet-4','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2',1,'funding-plan','funding-plan-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2',2,'allocation-notice','allocation-notice-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2',3,'bank-receipt','bank-receipt-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0160-7000-8096-d04f8a9a021e',1,'migration-sheet','migration-sheet-6','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a',1,'funding-plan','funding-plan-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a',2,'allocation-notice','allocation-notice-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a',3,'bank-receipt','bank-receipt-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019c450f-fa68-7000-961f-f4a03bab6c39',1,'agreement','XY-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019c4510-0238-7000-ab51-7c8f3b1a11df',1,'assessment-decision','HD-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9',1,'payment-order','payment-order-8','2026-02-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9',2,'bank-receipt','bank-receipt-8','2026-02-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019c4510-40b8-7000-baa4-2a3cd66b829e',1,'bank-receipt','bank-receipt-9','2026-02-02','',0,1,'','');
CREATE TABLE fund_figure (
	book TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	balance_fen INTEGER NOT NULL, 
	income_fen INTEGER NOT NULL, 
	expenditure_fen INTEGER NOT NULL, 
	forecast_income_fen INTEGER NOT NULL, 
	forecast_expenditure_fen INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_fund_figure PRIMARY KEY (book, year), 
	CONSTRAINT fk_fund_figure_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
CREATE TABLE hospital (
	code TEXT NOT NULL, 
	CONSTRAINT pk_hospital PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "hospital" VALUES('H62010000001');
INSERT INTO "hospital" VALUES('H62010000002');
INSERT INTO "hospital" VALUES('H62010000003');
CREATE TABLE hospital_payment (
	book TEXT NOT NULL, 
	hospital TEXT NOT NULL, 
	month TEXT NOT NULL, 
	service TEXT NOT NULL, 
	payer TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_hospital_payment PRIMARY KEY (book, hospital, month, service, payer), 
	CONSTRAINT fk_hospital_payment_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
CREATE TABLE hospital_version (
	code TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	ownership TEXT NOT NULL, 
	level TEXT NOT NULL, 
	inpatient INTEGER NOT NULL, 
	credit_code TEXT NOT NULL, 
	bank_account TEXT NOT NULL, 
	group_name TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	agency TEXT NOT NULL, 
	CONSTRAINT pk_hospital_version PRIMARY KEY (code, version), 
	CONSTRAINT fk_hospital_version_code FOREIGN KEY(code) REFERENCES hospital (code)
)
 STRICT

;
INSERT INTO "hospital_version" VALUES('H62010000001',1,'城关示范医院','public','二级甲等',1,'','622210000001','','2026-01-05','');
INSERT INTO "hospital_version" VALUES('H62010000002',1,'安宁示范医院','public','二级甲等',1,'','622210000002','','2026-01-05','');
INSERT INTO "hospital_version" VALUES('H62010000003',1,'榆中示范卫生院','public','二级甲等',1,'','622210000003','','2026-01-05','');
CREATE TABLE leg (
	book TEXT NOT NULL, 
	voucher TEXT NOT NULL, 
	legs INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	debit TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	CONSTRAINT pk_leg PRIMARY KEY (book, voucher, line), 
	CONSTRAINT ck_leg_amount CHECK (amount_fen <> 0), 
	CONSTRAINT ck_leg_sides CHECK (debit <> credit), 
	CONSTRAINT ck_leg_line CHECK (line BETWEEN 1 AND legs), 
	CONSTRAINT fk_leg_book_credit FOREIGN KEY(book, credit) REFERENCES account (book, code), 
	CONSTRAINT fk_leg_book_debit FOREIGN KEY(book, debit) REFERENCES account (book, code), 
	CONSTRAINT fk_leg_book_voucher_legs FOREIGN KEY(book, voucher, legs) REFERENCES voucher (book, id, legs)
)
 STRICT

;
INSERT INTO "leg" VALUES('620100/employee','019b89bd-2100-7000-98f2-a0a3d5f4b3b2',1,1,'1003','3001.01',100000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-24e8-7000-a6e0-439d6ec9d286',1,1,'1004','3001.01',2000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-28d0-7000-b119-1c56c324c985',1,1,'1101.01.H62010000001.2025','3001.01',3000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-2cb8-7000-ac88-8696008a05a6',1,1,'3001.01','2001.01.CBAD1E65C',50000);
INSERT INTO "leg" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2',1,1,'1004','1003',60000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0160-7000-8096-d04f8a9a021e',1,1,'1003','3001',20000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a',1,1,'1004','1003',20000000);
INSERT INTO "leg" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9',1,1,'1101.01.H62010000001.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/employee','019c4510-40b8-7000-baa4-2a3cd66b829e',1,1,'1004','1101.01.H62010000001.2026',2000000);
CREATE TABLE opening (
	book TEXT NOT NULL, 
	account TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	balance_fen INTEGER NOT NULL, 
	CONSTRAINT pk_opening PRIMARY KEY (book, account, year), 
	CONSTRAINT fk_opening_book_account FOREIGN KEY(book, account) REFERENCES account (book, code)
)
 STRICT

;
CREATE TABLE operator (
	name TEXT NOT NULL, 
	CONSTRAINT pk_operator PRIMARY KEY (name)
)
 STRICT

;
INSERT INTO "operator" VALUES('system');
INSERT INTO "operator" VALUES('管理员甲');
INSERT INTO "operator" VALUES('制单乙');
INSERT INTO "operator" VALUES('审核丙');
INSERT INTO "operator" VALUES('主管丁');
INSERT INTO "operator" VALUES('出纳戊');
CREATE TABLE operator_roles (
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	roles TEXT NOT NULL, 
	since TEXT NOT NULL, 
	given_by TEXT NOT NULL, 
	CONSTRAINT pk_operator_roles PRIMARY KEY (name, version), 
	CONSTRAINT ck_operator_roles_cashier CHECK (NOT (roles LIKE '%cashier%' AND (roles LIKE '%approver%' OR roles LIKE '%poster%'))), 
	CONSTRAINT fk_operator_roles_name FOREIGN KEY(name) REFERENCES operator (name)
)
 STRICT

;
INSERT INTO "operator_roles" VALUES('system',1,'preparer','2026-01-05T00:00:00+08:00','system');
INSERT INTO "operator_roles" VALUES('管理员甲',1,'admin','2026-01-05T00:00:09+08:00','-');
INSERT INTO "operator_roles" VALUES('制单乙',1,'preparer','2026-01-05T00:00:12+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('审核丙',1,'approver','2026-01-05T00:00:15+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('主管丁',1,'poster,chief','2026-01-05T00:00:18+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('出纳戊',1,'cashier','2026-01-05T00:00:21+08:00','管理员甲');
CREATE TABLE operator_scope (
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	books TEXT NOT NULL, 
	CONSTRAINT pk_operator_scope PRIMARY KEY (name, version), 
	CONSTRAINT fk_operator_scope_name FOREIGN KEY(name) REFERENCES operator (name), 
	CONSTRAINT ck_operator_scope_books CHECK (books <> '')
)
 STRICT

;
CREATE TABLE oplog (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	operator TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_oplog PRIMARY KEY (book, id)
)
 STRICT

;
INSERT INTO "oplog" VALUES('620100/employee','019b89bc-abd0-7000-a46d-d6122265b1f5','2026-01-05T00:00:03+08:00','-','init','兰州市职工医保','{"adopted":"建账","layers":{"gansu":"bb5d174eb26d2bfdb898d9cf90d4ce9986f3e2c9ba13893f3d91a7471ce85f38","national":"1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c"},"profile":"gansu","start":"2026-01"}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bc-bb70-7000-b358-4f8cd8f16adf','2026-01-05T00:00:07+08:00','-','init','兰州市居民医保','{"adopted":"建账","layers":{"gansu":"bb5d174eb26d2bfdb898d9cf90d4ce9986f3e2c9ba13893f3d91a7471ce85f38","national":"1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c"},"profile":"gansu","start":"2026-01"}');
INSERT INTO "oplog" VALUES('-','019b89bc-cb10-7000-8409-f134c386bbc4','2026-01-05T00:00:11+08:00','-','operator-add','管理员甲','{"after":["admin"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-d6c8-7000-878b-fae2414c343c','2026-01-05T00:00:14+08:00','管理员甲','operator-add','制单乙','{"after":["preparer"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-e280-7000-b0b3-9bd17ed4d57b','2026-01-05T00:00:17+08:00','管理员甲','operator-add','审核丙','{"after":["approver"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-ee38-7000-9e39-44187311d8a3','2026-01-05T00:00:20+08:00','管理员甲','operator-add','主管丁','{"after":["poster","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-f9f0-7000-984b-9da5a6cecc1b','2026-01-05T00:00:23+08:00','管理员甲','operator-add','出纳戊','{"after":["cashier"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bd-0990-7000-8d6f-e64bc9e9c616','2026-01-05T00:00:27+08:00','制单乙','hospital-import','hospitals.csv','{"versions":[{"after":{"agency":"","bank_account":"622210000001","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"城关示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000001"},{"after":{"agency":"","bank_account":"622210000002","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"安宁示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000002"},{"after":{"agency":"","bank_account":"622210000003","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"榆中示范卫生院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000003"}]}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-1160-7000-9f39-0b2018072e8c','2026-01-05T00:00:29+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bd-1930-7000-b92c-1b390741c7a8','2026-01-05T00:00:31+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-4428-7000-910b-8f507204e52d','2026-01-05T00:00:42+08:00','制单乙','record','rows.jsonl','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-4fe0-7000-b351-1f8db8b6d8fe','2026-01-05T00:00:45+08:00','审核丙','approve','opening-balance-1 … opening-balance-4（4 笔）','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-5f80-7000-a5d5-75303a902931','2026-01-05T00:00:49+08:00','主管丁','post','opening-balance-1 … opening-balance-4（4 笔）','{"vouchers":4}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-de38-7000-9450-c464e6c3f339','2026-01-10T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-e9f0-7000-816d-b9b807d4bedc','2026-01-10T09:00:07+08:00','审核丙','approve','allocation-5','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-f990-7000-a992-29f706839eb9','2026-01-10T09:00:11+08:00','主管丁','post','allocation-5','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-14e8-7000-abef-59fe619699cf','2026-01-10T09:00:18+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-20a0-7000-be04-c31037730edf','2026-01-10T09:00:21+08:00','审核丙','approve','opening-balance-6 … allocation-7（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-3040-7000-ae74-5e786c0fd4f5','2026-01-10T09:00:25+08:00','主管丁','post','opening-balance-6 … allocation-7（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c0c6a-0e38-7000-a1c4-ae2f076f3787','2026-01-30T09:00:04+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019c0c6a-19f0-7000-b0e0-7a2338c0c8fd','2026-01-30T09:00:07+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c0c6a-2990-7000-bc1b-4ffb701966a0','2026-01-30T09:00:11+08:00','主管丁','close-month','2026-01','{"digest":"e84293e09982ceea1cf2116a0a5ca16766e63c77ed0412a233b28eadedf9ee94"}');
INSERT INTO "oplog" VALUES('620100/resident','019c0c6a-3930-7000-a362-0d227eed8d14','2026-01-30T09:00:15+08:00','主管丁','close-month','2026-01','{"digest":"d3e439e751dc5752d56a98dce9890fc8dbfd344899a5fc84fa299c02fe1ca9a3"}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-1d90-7000-bcf1-92bd75a89294','2026-02-10T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-2948-7000-bb4b-e2764a2f20aa','2026-02-10T09:00:14+08:00','审核丙','approve','拨-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-38e8-7000-9aa2-b12e05805975','2026-02-10T09:00:18+08:00','主管丁','post','拨-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-4c70-7000-bb05-232d8e73ca47','2026-02-10T09:00:23+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-5828-7000-8666-678fa46d6753','2026-02-10T09:00:26+08:00','审核丙','approve','还-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019c4510-67c8-7000-a847-51662f978d87','2026-02-10T09:00:30+08:00','主管丁','post','还-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-8e38-7000-ae50-19fbfe175330','2026-03-03T09:00:04+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-9dd8-7000-92f8-0f6cdc2574bd','2026-03-03T09:00:08+08:00','主管丁','close-month','2026-02','{"digest":"0e74b4bf8c9d10a338e31025be2fa1547b18169be9414e73f075101024a0b18f"}');
INSERT INTO "oplog" VALUES('620100/resident','019cb135-ad78-7000-af8f-b7021ef2a4f0','2026-03-03T09:00:12+08:00','主管丁','close-month','2026-02','{"digest":"cbecb5cbfea7cdbd4bdfbec43cf7fce58899cfd5024d1de4d6a9b1956fe7369c"}');
CREATE TABLE period (
	book TEXT NOT NULL, 
	period TEXT NOT NULL, 
	last_number INTEGER NOT NULL, 
	CONSTRAINT pk_period PRIMARY KEY (book, period), 
	CONSTRAINT fk_period_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "period" VALUES('620100/employee','2026-00',4);
INSERT INTO "period" VALUES('620100/employee','2026-01',1);
INSERT INTO "period" VALUES('620100/resident','2026-00',1);
INSERT INTO "period" VALUES('620100/resident','2026-01',1);
INSERT INTO "period" VALUES('620100/employee','2026-02',2);
CREATE TABLE policy_layer (
	book TEXT NOT NULL, 
	layer TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	content TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	adopted_by TEXT NOT NULL, 
	adopted_at TEXT NOT NULL, 
	CONSTRAINT pk_policy_layer PRIMARY KEY (book, layer, version), 
	CONSTRAINT fk_policy_layer_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "policy_layer" VALUES('620100/employee','national',1,0,'1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c','# 全国层：国家统一的会计制度和医保办函〔2024〕101号。每个值注明条款和生效日期；下层可以覆盖。
# 101号文的数值据官方解读转述，各省以自己的通知为准。条款写“全国没有规定”的，是下层没有另写时的通常做法；
# 没有规定又影响金额的列为待选口径，由会计主管选定。
layer: national
title: 财会〔2017〕28号《社会保险基金会计制度》、医保办函〔2024〕101号
document: 财会〔2017〕28号；医保办函〔2024〕101号
parent: null
from: 2024-11-11
values:
  basis:
    value: 医保办函〔2024〕101号
    clause: 医保办函〔2024〕101号
    items: [G-02]
  instrument_word:
    value: 周转资金
    clause: 医保办函〔2024〕101号
    items: [G-03, H-02]
  purposes:
    value: [药品和医用耗材采购, 其他医疗费用支出]
    clause: 医保办函〔2024〕101号
    items: [G-04, H-02]
  banned_uses:
    value: [基础建设投入, 日常运行, 偿还债务, 其他非医疗费用支出]
    clause: 医保办函〔2024〕101号
    items: [G-05, H-03]
  procurement_prepayment:
    value: separate
    clause: 医保办函〔2024〕101号
    items: [G-06]
  funds:
    value: [employee, resident]
    clause: 医保办函〔2024〕101号
    items: [G-08]
  pooling_level:
    value: area
    clause: 医保办函〔2024〕101号
    items: [G-09]
  gate_months:
    value: {employee: 12, resident: 6}
    clause: 医保办函〔2024〕101号
    items: [G-10, G-11, H-04, H-05]
  gate_balance:
    value: prior_year_end
    clause: 医保办函〔2024〕101号
    items: [H-04]
  gate_exception:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-10, G-11]
    note: 通知写“原则上”；例外须有会商文件，赤字没有例外
  deficit_block:
    value: [prior_year, forecast]
    clause: 医保办函〔2024〕101号
    items: [G-12, H-06]
  fund_selection:
    value: each_eligible
    clause: 医保办函〔2024〕101号
    items: [G-24]
  application_to:
    value: bureau
    clause: 医保办函〔2024〕101号
    items: [G-13]
  application_from:
    value: "01-01"
    clause: 医保办函〔2024〕101号
    items: [G-13, H-11]
  application_deadline:
    value: "01-10"
    clause: 医保办函〔2024〕101号
    items: [G-13]
  guarantee_required:
    value: none
    clause: 全国没有规定
    items: [H-14]
  base_services:
    value: [outpatient, inpatient]
    clause: 医保办函〔2024〕101号
    items: [G-23]
  base_payers:
    value: [basic]
    clause: 医保办函〔2024〕101号
    items: [G-23]
  base_funds:
    value: per_fund
    clause: 医保办函〔2024〕101号
    items: [G-24]
  payers_paid:
    value: own_share
    clause: 全国没有规定
    items: [G-23]
    note: 基数只含基本医保时没有别的基金需要分担
  months:
    value: "1"
    clause: 医保办函〔2024〕101号
    items: [G-21, H-09]
  floor:
    value: none
    clause: 全国没有规定
    items: [G-25]
  floor_of_zero:
    value: none
    clause: 全国没有规定
    items: [G-25]
  special_adjustment:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-26, H-10]
  special_adjustment_by:
    value: area
    clause: 全国没有规定
    items: [G-26]
  late_partial:
    value: any
    clause: 全国没有规定
    items: [G-36]
  late_order:
    value: last
    clause: 全国没有规定
    items: [G-36]
  assessment_required:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-27, H-21]
  request_flow:
    value: area
    clause: 全国没有规定
    items: [G-29]
  payment_deadline:
    value: "03-31"
    clause: 医保办函〔2024〕101号
    items: [G-28, H-24]
  prepayment_year:
    value: calendar
    clause: 全国没有规定
    items: [G-30]
  papers_before_payment:
    value: true
    clause: 《会计基础工作规范》第四十八条
    from: 2019-03-14
    items: [G-14, G-29]
  pay_accounts:
    value: ["1004", "1003"]
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-41, H-30]
  allocation_counter:
    value: "1003"
    clause: 财会〔2017〕28号·1004
    from: 2018-01-01
    items: [G-29]
  lower_counter:
    value: "1101"
    clause: 财会〔2017〕28号·1101
    from: 2018-01-01
    items: [R-010]
    note: 制度没有指定上级拨付下级的科目；1101 包含“预拨”，按下级经办机构设明细
  return_channel:
    value: "1004"
    clause: 财社〔2017〕144号·41
    from: 2018-01-01
    items: [G-33, H-25]
  direct_fiscal_return:
    value: allowed
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-42, H-31]
  midyear_offset:
    value: allowed
    clause: 全国没有规定
    from: 2018-01-01
    items: [G-31]
  midyear_recall:
    value: allowed
    clause: 全国没有规定
    from: 2018-01-01
    items: [G-31]
  overdue_offset:
    value: allowed
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-59]
  reconcile_with_hospitals:
    value: true
    clause: 《会计基础工作规范》第六十二条
    from: 2019-03-14
    items: [G-35, H-29]
  recall_triggers:
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    items: [G-49, H-36]
    value:
      - {trigger: agreement-ended, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: split-or-merger, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: ownership-change, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: preservation, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: unpaid-judgment, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: false-qualification, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: misuse, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: other, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
  stop_after_recall:
    value: true
    clause: 全国没有规定
    items: [G-58, H-35]
  warning_limits:
    value: {months_employee: "12", months_resident: "6", budget_lead: "5", prepayment_share: "20", assessed_use: "90"}
    clause: 全国没有规定
    items: [H-51]
    note: 通知没有给出预警线；可支付月数取预付条件，其余是暂定的数，统筹地区可在自己的层里改
  holiday_calendar:
    value: CN
    clause: 国务院办公厅放假安排
    items: [H-41]
  court:
    value: hospital
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    items: [G-61, H-46]
  write_off_papers:
    value: [court-document, government-approval]
    clause: 财会〔2017〕28号·1101三(五)
    from: 2018-01-01
    items: [G-44, H-33]
  write_off_chain:
    value: [医疗保障部门和财政部门, 人民政府]
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    from: 2018-01-01
    items: [G-63, H-47]
  write_off_account:
    value: other_expense
    clause: 财会〔2017〕28号·1101三(五)
    from: 2018-01-01
    items: [G-44, H-33]
  memorandum:
    value: true
    clause: 《会计档案管理办法》第六条
    from: 2016-01-01
    items: [G-64, H-48]
  prepayment_account:
    value: 1101 暂付款—医保预付金
    clause: 医保办函〔2024〕101号
    items: [G-39, H-29]
  payee_ledger:
    value: true
    clause: 财会〔2017〕28号·1101
    from: 2018-01-01
    items: [G-40, H-29]
  debit_balance:
    value: hospital
    clause: 财会〔2017〕28号·1101四
    from: 2018-01-01
    items: [G-43, H-32]
  period_end_transfer:
    value: monthly
    clause: 财会〔2017〕28号·3001
    from: 2018-01-01
    items: [R-095]
choices:
  base_years:
    item: A-4
    question: 基数取前几年的月平均支出额（A-4，“前一至三年”）
    clause: 医保办函〔2024〕101号
    items: [A-4]
    readings:
      "1": 前一年
      "2": 前两年
      "3": 前三年
  months_formula:
    item: A-5
    question: 累计结余可支付月数怎样计算（A-5，通知没有给出公式）
    clause: 医保办函〔2024〕101号
    items: [A-5]
    readings:
      prior_year_expenditure: 上年底累计结余 ÷（上年支出 ÷ 12）
      forecast_expenditure: 上年底累计结余 ÷（本年滚动测算支出 ÷ 12）
    presumed: prior_year_expenditure
  offset_same_fund:
    item: A-7
    question: 预付金在一个险种、结算属于另一险种时能否冲抵（A-7）
    clause: 财会〔2017〕28号·总说明四
    items: [A-7, H-26]
    readings:
      "yes": 只冲抵同一险种的结算；另一险种的，由医疗机构另行返还
    presumed: "yes"
  holiday_shift:
    item: A-9
    question: 期限遇节假日是否顺延（A-9，两个通知都没有规定）
    clause: 通知没有规定
    items: [A-9]
    readings:
      none: 不顺延，到期前提醒
    presumed: none
  recovery_credit:
    item: A-14
    question: 核销后又收回的款项记到哪里（A-14，两个通知和会计制度都没有规定）
    clause: 财会〔2017〕28号·4501、5401
    items: [A-14]
    readings:
      other_income: 贷记 4501 其他收入
      other_expense: 贷记 5401 其他支出（冲减当年核销支出）
  write_off_government:
    item: A-15
    question: 批准核销的“人民政府”至少是哪一级（A-15；28号文 5401 说的是国务院或省级人民政府）
    clause: 财会〔2017〕28号·5401
    items: [A-15, G-63]
    readings:
      city: 统筹地区的市（州）人民政府即可，低于省级的予以提示
      county: 县级人民政府即可，低于省级的予以提示
      province: 须由省级人民政府批准
    presumed: city
  group_payee:
    item: A-18
    question: 医共体由牵头医院申报时，预付金拨给谁（A-18）
    clause: 通知没有规定
    items: [A-18, H-15]
    readings:
      member: 拨给各成员单位，逐家核定、逐家记账
    presumed: member
  prior_year_result:
    item: A-21
    question: 以前年度已结转的收支差错更正到哪里（A-21，制度没有规定）
    clause: 财会〔2017〕28号·3001、4501
    items: [A-21]
    readings:
      net_assets: 调整 3001 一般基金结余
      other_income: 冲回的支出贷记 4501 其他收入，补记的支出借记 3001
  late_scope:
    item: A-22
    question: 一个险种逾期未还，次年哪些险种受处罚（A-22，通知按医疗机构说，账按险种记）
    clause: 通知没有规定
    items: [A-22]
    readings:
      fund: 只处罚逾期的险种
      all: 该医疗机构的全部险种
  successor_sanction:
    item: A-24
    question: 债务由承接单位承担时，处罚是否一并转给承接单位（A-24）
    clause: 通知没有规定
    items: [A-24]
    readings:
      follows: 随债务转给承接单位
      stays: 只处罚原单位
  one_account_each:
    item: A-17
    question: 通知写贷记“支出户存款”“和”（或“或”）“财政专户存款”，一笔拨付贷记几个账户（A-17）
    clause: 财会〔2017〕28号·1101三(四)
    items: [A-17, H-30]
    readings:
      one: 每笔贷记其中一个，视同“或”
    presumed: one
','建账','-','2026-01-05T00:00:01+08:00','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_layer" VALUES('620100/employee','gansu',1,1,'bb5d174eb26d2bfdb898d9cf90d4ce9986f3e2c9ba13893f3d91a7471ce85f38','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
layer: gansu
title: 甘医保发〔2025〕11号
document: 甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
parent: national
from: 2025-01-01
values:
  # 一、把准制度内涵
  basis:
    value: 医保办函〔2024〕101号
    clause: 甘肃·前言
    items: [G-02]
  issuers:
    value: [甘肃省医疗保障局, 甘肃省财政厅]
    clause: 甘肃·前言
    items: [G-01]
  addressees:
    value: [各市（州）医疗保障局、财政局, 甘肃矿区医疗保障局、财政局, 长庆油田社会保险中心, 省医疗保障服务中心]
    clause: 甘肃·前言
    items: [G-01]
  instrument_word:
    value: 预付资金
    clause: 甘肃·一
    items: [G-03]
  purposes:
    value: [药品和医用耗材采购等医疗费用预付支出]
    clause: 甘肃·一
    items: [G-04]
  banned_uses:
    value: [基础建设投入, 日常运行, 偿还债务, 其他非医疗费用支出]
    clause: 甘肃·一
    items: [G-05]
  procurement_prepayment:
    value: separate
    clause: 甘肃·一
    items: [G-06]
  inpatient_required:
    value: true
    clause: 甘肃·一
    items: [G-07]
  funds:
    value: [employee, resident]
    clause: 甘肃·一
    items: [G-08]
  pooling_level:
    value: area
    clause: 甘肃·一
    items: [G-09]
  decided_with:
    value: [统筹地区医保部门, 同级财政部门]
    clause: 甘肃·一、四
    items: [G-09, G-27]
  gate_months:
    value: {employee: 12, resident: 6}
    clause: 甘肃·一
    items: [G-10, G-11]
    note: 不低于，等于即可；职工只看统筹基金，不含个人账户
  gate_balance:
    value: prior_year_end
    clause: 甘肃·一
    items: [G-10]
  gate_exception:
    value: true
    clause: 甘肃·一
    items: [G-10, G-11]
    note: 通知写“原则上”；例外须有会商文件
  deficit_block:
    value: [prior_year, forecast]
    clause: 甘肃·一
    items: [G-12]
    note: 没有“原则上”，任何文件都不能例外
  fund_selection:
    value: each_eligible
    clause: 甘肃·三
    items: [G-24]
  # 二、明确申请条件
  application_to:
    value: bureau
    clause: 甘肃·二
    items: [G-13]
  application_from:
    value: "01-01"
    clause: 甘肃·二
    items: [G-13]
  application_deadline:
    value: "01-10"
    clause: 甘肃·二
    items: [G-13]
    note: 1月上旬
  agreement_required:
    value: true
    clause: 甘肃·二
    items: [G-14]
  eligibility_list:
    value: [inpatient, settled, evaluation, finance, undertaking, key_work, inspections, penalty]
    clause: 甘肃·二
    items: [G-15, G-16, G-17, G-18, G-19]
    note: 其他申请条件由统筹地区在自己的层里写（local_conditions）
  settled_years:
    value: 1
    clause: 甘肃·二(一)
    items: [G-15]
  settled_service:
    value: any
    clause: 甘肃·二(一)
    items: [G-15]
  evaluation_years:
    value: 1
    clause: 甘肃·二(一)
    items: [G-15]
  evaluation_minimum:
    value: pass
    clause: 甘肃·二(一)
    items: [G-15]
  undertaking_required:
    value: true
    clause: 甘肃·二(二)
    items: [G-16]
  penalty_free_months:
    value: 12
    clause: 甘肃·二(四)
    items: [G-18]
  guarantee_required:
    value: none
    clause: 甘肃·二
    items: [G-15]
    note: 通知没有要求担保
  # 三、统一核拨标准
  base_services:
    value: [outpatient, inpatient]
    clause: 甘肃·三
    items: [G-23]
  base_payers:
    value: [basic, large, civil]
    clause: 甘肃·三
    items: [G-23]
  base_funds:
    value: per_fund
    clause: 甘肃·三
    items: [G-24]
  months:
    value: "1"
    clause: 甘肃·三
    items: [G-21]
  coefficient_by:
    value: grade
    clause: 甘肃·三
    items: [G-22]
  coefficients:
    value: {其他: "1"}
    clause: 甘肃·三
    items: [G-22]
    note: 通知没有给出系数；统筹地区按综合评价、信用评价确定后写在自己的层里
  floor_tiers:
    value:
      - {below: "5000.00", amount: "5000.00"}
      - {below: "10000.00", amount: "10000.00"}
    clause: 甘肃·三
    items: [G-25]
  special_adjustment:
    value: true
    clause: 甘肃·三
    items: [G-26]
  special_adjustment_by:
    value: area
    clause: 甘肃·三
    items: [G-26]
  # 四、规范资金拨付和清算流程
  assessment_required:
    value: true
    clause: 甘肃·四
    items: [G-27]
  request_flow:
    value: area
    clause: 甘肃·四
    items: [G-29]
  payment_deadline:
    value: "03-31"
    clause: 甘肃·四
    items: [G-28]
  prepayment_year:
    value: calendar
    clause: 甘肃·四
    items: [G-30]
  papers_before_payment:
    value: true
    clause: 甘肃·四
    items: [G-14, G-29]
  allocation_counter:
    value: "1003"
    clause: 甘肃·四
    items: [G-29, G-34]
  midyear_offset:
    value: special_reason
    clause: 甘肃·四
    items: [G-31]
  midyear_recall:
    value: special_reason
    clause: 甘肃·四
    items: [G-31]
  clearing_deadline:
    value: "12-31"
    clause: 甘肃·四
    items: [G-32]
    note: 12月底之前完成清算并全额返还当年拨付的预付金
  return_deadline:
    value: "12-25"
    clause: 甘肃·四
    items: [G-33]
  return_channel:
    value: "1004"
    clause: 甘肃·四
    items: [G-33]
  original_channel:
    value: true
    clause: 甘肃·四
    items: [G-33]
  direct_fiscal_return:
    value: reason
    clause: 甘肃·四
    items: [G-33, G-42]
  sweep_deadline:
    value: "12-31"
    clause: 甘肃·四
    items: [G-34]
  reconcile_with_hospitals:
    value: true
    clause: 甘肃·四
    items: [G-35, G-38]
  late_factor:
    value: "1/2"
    clause: 甘肃·四
    items: [G-36]
    note: 未能按时全额返还的，次年减半拨付
  barred_factor:
    value: "1"
    clause: 甘肃·六
    items: [G-54]
    note: 通知没有取消次年资格的规定
  rolling_settlement:
    value: true
    clause: 甘肃·四
    items: [G-37]
  # 五、做好会计核算
  prepayment_account:
    value: 1101 暂付款—医保预付金
    clause: 甘肃·五
    items: [G-38, G-39]
  payee_ledger:
    value: true
    clause: 甘肃·五
    items: [G-40]
  pay_accounts:
    value: ["1004", "1003"]
    clause: 甘肃·五
    items: [G-41]
  debit_balance:
    value: hospital
    clause: 甘肃·五
    items: [G-43]
  write_off_account:
    value: other_expense
    clause: 甘肃·五
    items: [G-44]
  hospital_duties:
    value: [单独设置台账，严格使用审批, 严禁借出或挪作他用, 设“医保预付金”明细科目单独核算]
    clause: 甘肃·五
    items: [G-45, G-46]
  # 六、强化监督管理
  guidance:
    value: [统筹区医保部门加强指导, 会同财政部门监督使用, 将预付金纳入服务协议]
    clause: 甘肃·六
    items: [G-47, G-48]
  liability:
    value: [医疗机构及其工作人员造成损失的，依法追究责任]
    clause: 甘肃·六
    items: [G-48]
  recall_triggers:
    clause: 甘肃·六
    items: [G-49, G-50, G-51, G-52, G-53, G-54, G-55, G-56, G-57, G-58]
    value:
      - {trigger: agreement-ended, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(一)}
      - {trigger: split-or-merger, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(二)}
      - {trigger: ownership-change, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(三)}
      - {trigger: preservation, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(四)}
      - {trigger: unpaid-judgment, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(五)}
      - {trigger: false-qualification, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(六)}
      - {trigger: misuse, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(七)}
      - {trigger: procurement, applies_to: public, due: prompt, next_year: none, clause: 甘肃·六(八)}
      - {trigger: other, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(九)}
  stop_after_recall:
    value: true
    clause: 甘肃·六
    items: [G-58]
    note: 应当及时收回的，尚未拨付的自然不再拨付
  overdue_offset:
    value: allowed
    clause: 甘肃·六
    items: [G-59]
  stop_settlements:
    value: true
    clause: 甘肃·六
    items: [G-60]
  court:
    value: hospital
    clause: 甘肃·六
    items: [G-61]
  write_off_papers:
    value: [court-document, government-approval]
    clause: 甘肃·五、六
    items: [G-44, G-62, G-63]
  write_off_chain:
    value: [统筹地区医疗保障部门和财政部门, 人民政府]
    clause: 甘肃·六
    items: [G-63]
  memorandum:
    value: true
    clause: 甘肃·六
    items: [G-64]
  repeals:
    value: [既往政策与本通知不一致的, 甘医保发〔2024〕25号（周转金）]
    clause: 甘肃·六
    items: [G-65, G-66]
choices:
  payers_paid:
    item: A-1
    question: 大额医疗费用补助和公务员补助计入基数后，由哪个基金预付（A-1）
    clause: 甘肃·三
    items: [A-1, G-23]
    readings:
      own_share: 各基金预付各自的部分（分别测算并预付）；本账套只付基本医保部分
      measure: 只用于测算，全部由职工统筹基金预付
  floor:
    item: A-2
    question: 测算金额少于5000元、10000元时是否定额核拨（A-2，通知写“可”）
    clause: 甘肃·三
    items: [A-2, G-25]
    readings:
      none: 不定额，按测算金额
      tiers: 少于5000元的按5000元，5000元以上少于10000元的按10000元
      five_thousand: 少于5000元的按5000元，其他按测算金额
      ten_thousand: 少于10000元的都按10000元
  floor_of_zero:
    item: A-3
    question: 测算金额为零时是否给定额（A-3）
    clause: 甘肃·三
    items: [A-3, G-25]
    readings:
      none: 没有基数就没有预付金
      tiers: 按最低一档定额
    presumed: none
  base_years:
    item: A-4
    question: 基数取前几年的月平均支出额（A-4，通知写“前一至三年”）
    clause: 甘肃·三
    items: [A-4, G-20]
    readings:
      "1": 前一年
      "2": 前两年
      "3": 前三年
  late_order:
    item: A-10
    question: 减半的是什么（A-10）
    clause: 甘肃·四
    items: [A-10, G-36]
    readings:
      last: 次年测算金额经系数、定额之后再乘
    presumed: last
  late_partial:
    item: A-11
    question: 部分返还、其余逾期，是否减半（A-11，通知写“未能按时全额返还”）
    clause: 甘肃·四
    items: [A-11, G-36]
    readings:
      any: 差一分、晚一天都算
    presumed: any
  late_sweep:
    item: A-12
    question: 12月31日之后才收回的怎样上解（A-12）
    clause: 甘肃·四
    items: [A-12, G-34]
    readings:
      next_year: 次年收到时记原预付年度的暂付款，随后上解
    presumed: next_year
  special_reasons:
    item: A-16
    question: 清算前收回或抵扣的“特殊原因”指什么（A-16）
    clause: 甘肃·四
    items: [A-16, G-31]
    readings:
      triggers: 第六条所列应当收回的情形，其中“其他”须写明
    presumed: triggers
  late_scope:
    item: A-22
    question: 一个险种未按时全额返还，次年哪些险种减半（A-22，通知按医疗机构说，账按险种记）
    clause: 甘肃·四
    items: [A-22, G-36]
    readings:
      fund: 只减半逾期的险种
      all: 该医疗机构的全部险种都减半
  write_off_government:
    item: A-15
    question: 批准核销的“人民政府”至少是哪一级（A-15；28号文 5401 说的是国务院或省级人民政府）
    clause: 甘肃·六
    items: [A-15, G-63]
    readings:
      city: 统筹地区的市（州）人民政府即可，低于省级的予以提示
      county: 县级人民政府即可，低于省级的予以提示
      province: 须由省级人民政府批准
    presumed: city
  old_working_capital:
    item: A-19
    question: 原周转金（甘医保发〔2024〕25号）的余额怎样处理（A-19）
    clause: 甘肃·六
    items: [A-19, G-66]
    readings:
      opening: 作为期初余额转入医保预付金，注明原拨付年度
    presumed: opening
','建账','-','2026-01-05T00:00:01+08:00','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_layer" VALUES('620100/resident','national',1,0,'1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c','# 全国层：国家统一的会计制度和医保办函〔2024〕101号。每个值注明条款和生效日期；下层可以覆盖。
# 101号文的数值据官方解读转述，各省以自己的通知为准。条款写“全国没有规定”的，是下层没有另写时的通常做法；
# 没有规定又影响金额的列为待选口径，由会计主管选定。
layer: national
title: 财会〔2017〕28号《社会保险基金会计制度》、医保办函〔2024〕101号
document: 财会〔2017〕28号；医保办函〔2024〕101号
parent: null
from: 2024-11-11
values:
  basis:
    value: 医保办函〔2024〕101号
    clause: 医保办函〔2024〕101号
    items: [G-02]
  instrument_word:
    value: 周转资金
    clause: 医保办函〔2024〕101号
    items: [G-03, H-02]
  purposes:
    value: [药品和医用耗材采购, 其他医疗费用支出]
    clause: 医保办函〔2024〕101号
    items: [G-04, H-02]
  banned_uses:
    value: [基础建设投入, 日常运行, 偿还债务, 其他非医疗费用支出]
    clause: 医保办函〔2024〕101号
    items: [G-05, H-03]
  procurement_prepayment:
    value: separate
    clause: 医保办函〔2024〕101号
    items: [G-06]
  funds:
    value: [employee, resident]
    clause: 医保办函〔2024〕101号
    items: [G-08]
  pooling_level:
    value: area
    clause: 医保办函〔2024〕101号
    items: [G-09]
  gate_months:
    value: {employee: 12, resident: 6}
    clause: 医保办函〔2024〕101号
    items: [G-10, G-11, H-04, H-05]
  gate_balance:
    value: prior_year_end
    clause: 医保办函〔2024〕101号
    items: [H-04]
  gate_exception:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-10, G-11]
    note: 通知写“原则上”；例外须有会商文件，赤字没有例外
  deficit_block:
    value: [prior_year, forecast]
    clause: 医保办函〔2024〕101号
    items: [G-12, H-06]
  fund_selection:
    value: each_eligible
    clause: 医保办函〔2024〕101号
    items: [G-24]
  application_to:
    value: bureau
    clause: 医保办函〔2024〕101号
    items: [G-13]
  application_from:
    value: "01-01"
    clause: 医保办函〔2024〕101号
    items: [G-13, H-11]
  application_deadline:
    value: "01-10"
    clause: 医保办函〔2024〕101号
    items: [G-13]
  guarantee_required:
    value: none
    clause: 全国没有规定
    items: [H-14]
  base_services:
    value: [outpatient, inpatient]
    clause: 医保办函〔2024〕101号
    items: [G-23]
  base_payers:
    value: [basic]
    clause: 医保办函〔2024〕101号
    items: [G-23]
  base_funds:
    value: per_fund
    clause: 医保办函〔2024〕101号
    items: [G-24]
  payers_paid:
    value: own_share
    clause: 全国没有规定
    items: [G-23]
    note: 基数只含基本医保时没有别的基金需要分担
  months:
    value: "1"
    clause: 医保办函〔2024〕101号
    items: [G-21, H-09]
  floor:
    value: none
    clause: 全国没有规定
    items: [G-25]
  floor_of_zero:
    value: none
    clause: 全国没有规定
    items: [G-25]
  special_adjustment:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-26, H-10]
  special_adjustment_by:
    value: area
    clause: 全国没有规定
    items: [G-26]
  late_partial:
    value: any
    clause: 全国没有规定
    items: [G-36]
  late_order:
    value: last
    clause: 全国没有规定
    items: [G-36]
  assessment_required:
    value: true
    clause: 医保办函〔2024〕101号
    items: [G-27, H-21]
  request_flow:
    value: area
    clause: 全国没有规定
    items: [G-29]
  payment_deadline:
    value: "03-31"
    clause: 医保办函〔2024〕101号
    items: [G-28, H-24]
  prepayment_year:
    value: calendar
    clause: 全国没有规定
    items: [G-30]
  papers_before_payment:
    value: true
    clause: 《会计基础工作规范》第四十八条
    from: 2019-03-14
    items: [G-14, G-29]
  pay_accounts:
    value: ["1004", "1003"]
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-41, H-30]
  allocation_counter:
    value: "1003"
    clause: 财会〔2017〕28号·1004
    from: 2018-01-01
    items: [G-29]
  lower_counter:
    value: "1101"
    clause: 财会〔2017〕28号·1101
    from: 2018-01-01
    items: [R-010]
    note: 制度没有指定上级拨付下级的科目；1101 包含“预拨”，按下级经办机构设明细
  return_channel:
    value: "1004"
    clause: 财社〔2017〕144号·41
    from: 2018-01-01
    items: [G-33, H-25]
  direct_fiscal_return:
    value: allowed
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-42, H-31]
  midyear_offset:
    value: allowed
    clause: 全国没有规定
    from: 2018-01-01
    items: [G-31]
  midyear_recall:
    value: allowed
    clause: 全国没有规定
    from: 2018-01-01
    items: [G-31]
  overdue_offset:
    value: allowed
    clause: 财会〔2017〕28号·1101三(四)
    from: 2018-01-01
    items: [G-59]
  reconcile_with_hospitals:
    value: true
    clause: 《会计基础工作规范》第六十二条
    from: 2019-03-14
    items: [G-35, H-29]
  recall_triggers:
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    items: [G-49, H-36]
    value:
      - {trigger: agreement-ended, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: split-or-merger, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: ownership-change, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: preservation, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: unpaid-judgment, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: false-qualification, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: misuse, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
      - {trigger: other, applies_to: all, due: prompt, next_year: none, clause: 医保办函〔2024〕101号（推定）}
  stop_after_recall:
    value: true
    clause: 全国没有规定
    items: [G-58, H-35]
  warning_limits:
    value: {months_employee: "12", months_resident: "6", budget_lead: "5", prepayment_share: "20", assessed_use: "90"}
    clause: 全国没有规定
    items: [H-51]
    note: 通知没有给出预警线；可支付月数取预付条件，其余是暂定的数，统筹地区可在自己的层里改
  holiday_calendar:
    value: CN
    clause: 国务院办公厅放假安排
    items: [H-41]
  court:
    value: hospital
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    items: [G-61, H-46]
  write_off_papers:
    value: [court-document, government-approval]
    clause: 财会〔2017〕28号·1101三(五)
    from: 2018-01-01
    items: [G-44, H-33]
  write_off_chain:
    value: [医疗保障部门和财政部门, 人民政府]
    clause: 医保办函〔2024〕101号（据甘肃、海南通知推定）
    from: 2018-01-01
    items: [G-63, H-47]
  write_off_account:
    value: other_expense
    clause: 财会〔2017〕28号·1101三(五)
    from: 2018-01-01
    items: [G-44, H-33]
  memorandum:
    value: true
    clause: 《会计档案管理办法》第六条
    from: 2016-01-01
    items: [G-64, H-48]
  prepayment_account:
    value: 1101 暂付款—医保预付金
    clause: 医保办函〔2024〕101号
    items: [G-39, H-29]
  payee_ledger:
    value: true
    clause: 财会〔2017〕28号·1101
    from: 2018-01-01
    items: [G-40, H-29]
  debit_balance:
    value: hospital
    clause: 财会〔2017〕28号·1101四
    from: 2018-01-01
    items: [G-43, H-32]
  period_end_transfer:
    value: monthly
    clause: 财会〔2017〕28号·3001
    from: 2018-01-01
    items: [R-095]
choices:
  base_years:
    item: A-4
    question: 基数取前几年的月平均支出额（A-4，“前一至三年”）
    clause: 医保办函〔2024〕101号
    items: [A-4]
    readings:
      "1": 前一年
      "2": 前两年
      "3": 前三年
  months_formula:
    item: A-5
    question: 累计结余可支付月数怎样计算（A-5，通知没有给出公式）
    clause: 医保办函〔2024〕101号
    items: [A-5]
    readings:
      prior_year_expenditure: 上年底累计结余 ÷（上年支出 ÷ 12）
      forecast_expenditure: 上年底累计结余 ÷（本年滚动测算支出 ÷ 12）
    presumed: prior_year_expenditure
  offset_same_fund:
    item: A-7
    question: 预付金在一个险种、结算属于另一险种时能否冲抵（A-7）
    clause: 财会〔2017〕28号·总说明四
    items: [A-7, H-26]
    readings:
      "yes": 只冲抵同一险种的结算；另一险种的，由医疗机构另行返还
    presumed: "yes"
  holiday_shift:
    item: A-9
    question: 期限遇节假日是否顺延（A-9，两个通知都没有规定）
    clause: 通知没有规定
    items: [A-9]
    readings:
      none: 不顺延，到期前提醒
    presumed: none
  recovery_credit:
    item: A-14
    question: 核销后又收回的款项记到哪里（A-14，两个通知和会计制度都没有规定）
    clause: 财会〔2017〕28号·4501、5401
    items: [A-14]
    readings:
      other_income: 贷记 4501 其他收入
      other_expense: 贷记 5401 其他支出（冲减当年核销支出）
  write_off_government:
    item: A-15
    question: 批准核销的“人民政府”至少是哪一级（A-15；28号文 5401 说的是国务院或省级人民政府）
    clause: 财会〔2017〕28号·5401
    items: [A-15, G-63]
    readings:
      city: 统筹地区的市（州）人民政府即可，低于省级的予以提示
      county: 县级人民政府即可，低于省级的予以提示
      province: 须由省级人民政府批准
    presumed: city
  group_payee:
    item: A-18
    question: 医共体由牵头医院申报时，预付金拨给谁（A-18）
    clause: 通知没有规定
    items: [A-18, H-15]
    readings:
      member: 拨给各成员单位，逐家核定、逐家记账
    presumed: member
  prior_year_result:
    item: A-21
    question: 以前年度已结转的收支差错更正到哪里（A-21，制度没有规定）
    clause: 财会〔2017〕28号·3001、4501
    items: [A-21]
    readings:
      net_assets: 调整 3001 一般基金结余
      other_income: 冲回的支出贷记 4501 其他收入，补记的支出借记 3001
  late_scope:
    item: A-22
    question: 一个险种逾期未还，次年哪些险种受处罚（A-22，通知按医疗机构说，账按险种记）
    clause: 通知没有规定
    items: [A-22]
    readings:
      fund: 只处罚逾期的险种
      all: 该医疗机构的全部险种
  successor_sanction:
    item: A-24
    question: 债务由承接单位承担时，处罚是否一并转给承接单位（A-24）
    clause: 通知没有规定
    items: [A-24]
    readings:
      follows: 随债务转给承接单位
      stays: 只处罚原单位
  one_account_each:
    item: A-17
    question: 通知写贷记“支出户存款”“和”（或“或”）“财政专户存款”，一笔拨付贷记几个账户（A-17）
    clause: 财会〔2017〕28号·1101三(四)
    items: [A-17, H-30]
    readings:
      one: 每笔贷记其中一个，视同“或”
    presumed: one
','建账','-','2026-01-05T00:00:05+08:00','-','2026-01-05T00:00:05+08:00');
INSERT INTO "policy_layer" VALUES('620100/resident','gansu',1,1,'bb5d174eb26d2bfdb898d9cf90d4ce9986f3e2c9ba13893f3d91a7471ce85f38','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
layer: gansu
title: 甘医保发〔2025〕11号
document: 甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
parent: national
from: 2025-01-01
values:
  # 一、把准制度内涵
  basis:
    value: 医保办函〔2024〕101号
    clause: 甘肃·前言
    items: [G-02]
  issuers:
    value: [甘肃省医疗保障局, 甘肃省财政厅]
    clause: 甘肃·前言
    items: [G-01]
  addressees:
    value: [各市（州）医疗保障局、财政局, 甘肃矿区医疗保障局、财政局, 长庆油田社会保险中心, 省医疗保障服务中心]
    clause: 甘肃·前言
    items: [G-01]
  instrument_word:
    value: 预付资金
    clause: 甘肃·一
    items: [G-03]
  purposes:
    value: [药品和医用耗材采购等医疗费用预付支出]
    clause: 甘肃·一
    items: [G-04]
  banned_uses:
    value: [基础建设投入, 日常运行, 偿还债务, 其他非医疗费用支出]
    clause: 甘肃·一
    items: [G-05]
  procurement_prepayment:
    value: separate
    clause: 甘肃·一
    items: [G-06]
  inpatient_required:
    value: true
    clause: 甘肃·一
    items: [G-07]
  funds:
    value: [employee, resident]
    clause: 甘肃·一
    items: [G-08]
  pooling_level:
    value: area
    clause: 甘肃·一
    items: [G-09]
  decided_with:
    value: [统筹地区医保部门, 同级财政部门]
    clause: 甘肃·一、四
    items: [G-09, G-27]
  gate_months:
    value: {employee: 12, resident: 6}
    clause: 甘肃·一
    items: [G-10, G-11]
    note: 不低于，等于即可；职工只看统筹基金，不含个人账户
  gate_balance:
    value: prior_year_end
    clause: 甘肃·一
    items: [G-10]
  gate_exception:
    value: true
    clause: 甘肃·一
    items: [G-10, G-11]
    note: 通知写“原则上”；例外须有会商文件
  deficit_block:
    value: [prior_year, forecast]
    clause: 甘肃·一
    items: [G-12]
    note: 没有“原则上”，任何文件都不能例外
  fund_selection:
    value: each_eligible
    clause: 甘肃·三
    items: [G-24]
  # 二、明确申请条件
  application_to:
    value: bureau
    clause: 甘肃·二
    items: [G-13]
  application_from:
    value: "01-01"
    clause: 甘肃·二
    items: [G-13]
  application_deadline:
    value: "01-10"
    clause: 甘肃·二
    items: [G-13]
    note: 1月上旬
  agreement_required:
    value: true
    clause: 甘肃·二
    items: [G-14]
  eligibility_list:
    value: [inpatient, settled, evaluation, finance, undertaking, key_work, inspections, penalty]
    clause: 甘肃·二
    items: [G-15, G-16, G-17, G-18, G-19]
    note: 其他申请条件由统筹地区在自己的层里写（local_conditions）
  settled_years:
    value: 1
    clause: 甘肃·二(一)
    items: [G-15]
  settled_service:
    value: any
    clause: 甘肃·二(一)
    items: [G-15]
  evaluation_years:
    value: 1
    clause: 甘肃·二(一)
    items: [G-15]
  evaluation_minimum:
    value: pass
    clause: 甘肃·二(一)
    items: [G-15]
  undertaking_required:
    value: true
    clause: 甘肃·二(二)
    items: [G-16]
  penalty_free_months:
    value: 12
    clause: 甘肃·二(四)
    items: [G-18]
  guarantee_required:
    value: none
    clause: 甘肃·二
    items: [G-15]
    note: 通知没有要求担保
  # 三、统一核拨标准
  base_services:
    value: [outpatient, inpatient]
    clause: 甘肃·三
    items: [G-23]
  base_payers:
    value: [basic, large, civil]
    clause: 甘肃·三
    items: [G-23]
  base_funds:
    value: per_fund
    clause: 甘肃·三
    items: [G-24]
  months:
    value: "1"
    clause: 甘肃·三
    items: [G-21]
  coefficient_by:
    value: grade
    clause: 甘肃·三
    items: [G-22]
  coefficients:
    value: {其他: "1"}
    clause: 甘肃·三
    items: [G-22]
    note: 通知没有给出系数；统筹地区按综合评价、信用评价确定后写在自己的层里
  floor_tiers:
    value:
      - {below: "5000.00", amount: "5000.00"}
      - {below: "10000.00", amount: "10000.00"}
    clause: 甘肃·三
    items: [G-25]
  special_adjustment:
    value: true
    clause: 甘肃·三
    items: [G-26]
  special_adjustment_by:
    value: area
    clause: 甘肃·三
    items: [G-26]
  # 四、规范资金拨付和清算流程
  assessment_required:
    value: true
    clause: 甘肃·四
    items: [G-27]
  request_flow:
    value: area
    clause: 甘肃·四
    items: [G-29]
  payment_deadline:
    value: "03-31"
    clause: 甘肃·四
    items: [G-28]
  prepayment_year:
    value: calendar
    clause: 甘肃·四
    items: [G-30]
  papers_before_payment:
    value: true
    clause: 甘肃·四
    items: [G-14, G-29]
  allocation_counter:
    value: "1003"
    clause: 甘肃·四
    items: [G-29, G-34]
  midyear_offset:
    value: special_reason
    clause: 甘肃·四
    items: [G-31]
  midyear_recall:
    value: special_reason
    clause: 甘肃·四
    items: [G-31]
  clearing_deadline:
    value: "12-31"
    clause: 甘肃·四
    items: [G-32]
    note: 12月底之前完成清算并全额返还当年拨付的预付金
  return_deadline:
    value: "12-25"
    clause: 甘肃·四
    items: [G-33]
  return_channel:
    value: "1004"
    clause: 甘肃·四
    items: [G-33]
  original_channel:
    value: true
    clause: 甘肃·四
    items: [G-33]
  direct_fiscal_return:
    value: reason
    clause: 甘肃·四
    items: [G-33, G-42]
  sweep_deadline:
    value: "12-31"
    clause: 甘肃·四
    items: [G-34]
  reconcile_with_hospitals:
    value: true
    clause: 甘肃·四
    items: [G-35, G-38]
  late_factor:
    value: "1/2"
    clause: 甘肃·四
    items: [G-36]
    note: 未能按时全额返还的，次年减半拨付
  barred_factor:
    value: "1"
    clause: 甘肃·六
    items: [G-54]
    note: 通知没有取消次年资格的规定
  rolling_settlement:
    value: true
    clause: 甘肃·四
    items: [G-37]
  # 五、做好会计核算
  prepayment_account:
    value: 1101 暂付款—医保预付金
    clause: 甘肃·五
    items: [G-38, G-39]
  payee_ledger:
    value: true
    clause: 甘肃·五
    items: [G-40]
  pay_accounts:
    value: ["1004", "1003"]
    clause: 甘肃·五
    items: [G-41]
  debit_balance:
    value: hospital
    clause: 甘肃·五
    items: [G-43]
  write_off_account:
    value: other_expense
    clause: 甘肃·五
    items: [G-44]
  hospital_duties:
    value: [单独设置台账，严格使用审批, 严禁借出或挪作他用, 设“医保预付金”明细科目单独核算]
    clause: 甘肃·五
    items: [G-45, G-46]
  # 六、强化监督管理
  guidance:
    value: [统筹区医保部门加强指导, 会同财政部门监督使用, 将预付金纳入服务协议]
    clause: 甘肃·六
    items: [G-47, G-48]
  liability:
    value: [医疗机构及其工作人员造成损失的，依法追究责任]
    clause: 甘肃·六
    items: [G-48]
  recall_triggers:
    clause: 甘肃·六
    items: [G-49, G-50, G-51, G-52, G-53, G-54, G-55, G-56, G-57, G-58]
    value:
      - {trigger: agreement-ended, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(一)}
      - {trigger: split-or-merger, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(二)}
      - {trigger: ownership-change, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(三)}
      - {trigger: preservation, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(四)}
      - {trigger: unpaid-judgment, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(五)}
      - {trigger: false-qualification, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(六)}
      - {trigger: misuse, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(七)}
      - {trigger: procurement, applies_to: public, due: prompt, next_year: none, clause: 甘肃·六(八)}
      - {trigger: other, applies_to: all, due: prompt, next_year: none, clause: 甘肃·六(九)}
  stop_after_recall:
    value: true
    clause: 甘肃·六
    items: [G-58]
    note: 应当及时收回的，尚未拨付的自然不再拨付
  overdue_offset:
    value: allowed
    clause: 甘肃·六
    items: [G-59]
  stop_settlements:
    value: true
    clause: 甘肃·六
    items: [G-60]
  court:
    value: hospital
    clause: 甘肃·六
    items: [G-61]
  write_off_papers:
    value: [court-document, government-approval]
    clause: 甘肃·五、六
    items: [G-44, G-62, G-63]
  write_off_chain:
    value: [统筹地区医疗保障部门和财政部门, 人民政府]
    clause: 甘肃·六
    items: [G-63]
  memorandum:
    value: true
    clause: 甘肃·六
    items: [G-64]
  repeals:
    value: [既往政策与本通知不一致的, 甘医保发〔2024〕25号（周转金）]
    clause: 甘肃·六
    items: [G-65, G-66]
choices:
  payers_paid:
    item: A-1
    question: 大额医疗费用补助和公务员补助计入基数后，由哪个基金预付（A-1）
    clause: 甘肃·三
    items: [A-1, G-23]
    readings:
      own_share: 各基金预付各自的部分（分别测算并预付）；本账套只付基本医保部分
      measure: 只用于测算，全部由职工统筹基金预付
  floor:
    item: A-2
    question: 测算金额少于5000元、10000元时是否定额核拨（A-2，通知写“可”）
    clause: 甘肃·三
    items: [A-2, G-25]
    readings:
      none: 不定额，按测算金额
      tiers: 少于5000元的按5000元，5000元以上少于10000元的按10000元
      five_thousand: 少于5000元的按5000元，其他按测算金额
      ten_thousand: 少于10000元的都按10000元
  floor_of_zero:
    item: A-3
    question: 测算金额为零时是否给定额（A-3）
    clause: 甘肃·三
    items: [A-3, G-25]
    readings:
      none: 没有基数就没有预付金
      tiers: 按最低一档定额
    presumed: none
  base_years:
    item: A-4
    question: 基数取前几年的月平均支出额（A-4，通知写“前一至三年”）
    clause: 甘肃·三
    items: [A-4, G-20]
    readings:
      "1": 前一年
      "2": 前两年
      "3": 前三年
  late_order:
    item: A-10
    question: 减半的是什么（A-10）
    clause: 甘肃·四
    items: [A-10, G-36]
    readings:
      last: 次年测算金额经系数、定额之后再乘
    presumed: last
  late_partial:
    item: A-11
    question: 部分返还、其余逾期，是否减半（A-11，通知写“未能按时全额返还”）
    clause: 甘肃·四
    items: [A-11, G-36]
    readings:
      any: 差一分、晚一天都算
    presumed: any
  late_sweep:
    item: A-12
    question: 12月31日之后才收回的怎样上解（A-12）
    clause: 甘肃·四
    items: [A-12, G-34]
    readings:
      next_year: 次年收到时记原预付年度的暂付款，随后上解
    presumed: next_year
  special_reasons:
    item: A-16
    question: 清算前收回或抵扣的“特殊原因”指什么（A-16）
    clause: 甘肃·四
    items: [A-16, G-31]
    readings:
      triggers: 第六条所列应当收回的情形，其中“其他”须写明
    presumed: triggers
  late_scope:
    item: A-22
    question: 一个险种未按时全额返还，次年哪些险种减半（A-22，通知按医疗机构说，账按险种记）
    clause: 甘肃·四
    items: [A-22, G-36]
    readings:
      fund: 只减半逾期的险种
      all: 该医疗机构的全部险种都减半
  write_off_government:
    item: A-15
    question: 批准核销的“人民政府”至少是哪一级（A-15；28号文 5401 说的是国务院或省级人民政府）
    clause: 甘肃·六
    items: [A-15, G-63]
    readings:
      city: 统筹地区的市（州）人民政府即可，低于省级的予以提示
      county: 县级人民政府即可，低于省级的予以提示
      province: 须由省级人民政府批准
    presumed: city
  old_working_capital:
    item: A-19
    question: 原周转金（甘医保发〔2024〕25号）的余额怎样处理（A-19）
    clause: 甘肃·六
    items: [A-19, G-66]
    readings:
      opening: 作为期初余额转入医保预付金，注明原拨付年度
    presumed: opening
','建账','-','2026-01-05T00:00:05+08:00','-','2026-01-05T00:00:05+08:00');
CREATE TABLE policy_value (
	book TEXT NOT NULL, 
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	layer TEXT NOT NULL, 
	since TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	CONSTRAINT pk_policy_value PRIMARY KEY (book, name, version), 
	CONSTRAINT fk_policy_value_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
CREATE TABLE pooling_area (
	area TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_pooling_area PRIMARY KEY (area)
)
 STRICT

;
INSERT INTO "pooling_area" VALUES('620100','兰州市');
CREATE TABLE seal (
	book TEXT NOT NULL, 
	period TEXT NOT NULL, 
	vouchers INTEGER NOT NULL, 
	events INTEGER NOT NULL, 
	debit_fen INTEGER NOT NULL, 
	credit_fen INTEGER NOT NULL, 
	balances_digest TEXT NOT NULL, 
	signatures_digest TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	head TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	closed_by TEXT NOT NULL, 
	closed_at TEXT NOT NULL, 
	CONSTRAINT pk_seal PRIMARY KEY (book, period), 
	CONSTRAINT fk_seal_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_seal_closed_by FOREIGN KEY(closed_by) REFERENCES operator (name)
)
 STRICT

;
INSERT INTO "seal" VALUES('620100/employee','2026-01',1,1,60000000,60000000,'606b276c3f89986b7d57cc5873859f90480374e3f8e2b6f598651fdc44f37d24','3c80cf4e0bd57a80d5b3e7d0b5060122e197319cee4ffedcd2a9db77afb45053',5,'077a7cb59e80580df433aa1c1ff025946fa9168ddc980bcd0652d0595931169e','','e84293e09982ceea1cf2116a0a5ca16766e63c77ed0412a233b28eadedf9ee94','主管丁','2026-01-30T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-01',1,1,20000000,20000000,'a705e82f3f1b48cd4c2fe7b37cdd79fbb80255a82dce623bedd50893b08e50c0','aac6dfe519bc9b65ddbf0d61fa62ff9d7a0035097b43b5349977b0f1ffab6be9',2,'c8bf27c745d9821b982dd3d2d5a3142f16f3164a979bb67511bd55959a8af8e8','','d3e439e751dc5752d56a98dce9890fc8dbfd344899a5fc84fa299c02fe1ca9a3','主管丁','2026-01-30T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-02',2,4,7000000,7000000,'41323dec086d139599bf72981c02ca390b67dfedaf049f51e42b0e10a0037f53','45fe50409451d8490ab2edb85806e6cd75af7504cadf01442b186724d7733e14',9,'185ff56509f04e0db84081276409bc46419193ae61543bab5a322cc6eaace156','e84293e09982ceea1cf2116a0a5ca16766e63c77ed0412a233b28eadedf9ee94','0e74b4bf8c9d10a338e31025be2fa1547b18169be9414e73f075101024a0b18f','主管丁','2026-03-03T09:00:06+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-02',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'c8bf27c745d9821b982dd3d2d5a3142f16f3164a979bb67511bd55959a8af8e8','d3e439e751dc5752d56a98dce9890fc8dbfd344899a5fc84fa299c02fe1ca9a3','cbecb5cbfea7cdbd4bdfbec43cf7fce58899cfd5024d1de4d6a9b1956fe7369c','主管丁','2026-03-03T09:00:10+08:00');
CREATE TABLE signature (
	book TEXT NOT NULL, 
	event TEXT NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	signed_at TEXT NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (book, event, role), 
	CONSTRAINT ck_signature_role CHECK (role IN ('cashier', 'chief')), 
	CONSTRAINT fk_signature_book FOREIGN KEY(book) REFERENCES book (book), 
	CONSTRAINT fk_signature_name FOREIGN KEY(name) REFERENCES operator (name)
)
 STRICT

;
INSERT INTO "signature" VALUES('620100/employee','019b89bd-2100-7000-98f2-a0a3d5f4b3b2','cashier','出纳戊','2026-01-30T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019b89bd-24e8-7000-a6e0-439d6ec9d286','cashier','出纳戊','2026-01-30T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2','cashier','出纳戊','2026-01-30T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0160-7000-8096-d04f8a9a021e','cashier','出纳戊','2026-01-30T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a','cashier','出纳戊','2026-01-30T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9','cashier','出纳戊','2026-03-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019c4510-40b8-7000-baa4-2a3cd66b829e','cashier','出纳戊','2026-03-03T09:00:02+08:00');
CREATE TABLE turnover (
	book TEXT NOT NULL, 
	account TEXT NOT NULL, 
	period TEXT NOT NULL, 
	debit_fen INTEGER NOT NULL, 
	credit_fen INTEGER NOT NULL, 
	CONSTRAINT pk_turnover PRIMARY KEY (book, account, period), 
	CONSTRAINT fk_turnover_book_account FOREIGN KEY(book, account) REFERENCES account (book, code)
)
 STRICT

;
INSERT INTO "turnover" VALUES('620100/employee','1003','2026-00',100000000,0);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-00',2000000,0);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2025','2026-00',3000000,0);
INSERT INTO "turnover" VALUES('620100/employee','2001.01.CBAD1E65C','2026-00',0,50000);
INSERT INTO "turnover" VALUES('620100/employee','3001.01','2026-00',50000,105000000);
INSERT INTO "turnover" VALUES('620100/employee','1003','2026-01',0,60000000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-01',60000000,0);
INSERT INTO "turnover" VALUES('620100/resident','1003','2026-00',20000000,0);
INSERT INTO "turnover" VALUES('620100/resident','1003','2026-01',0,20000000);
INSERT INTO "turnover" VALUES('620100/resident','1004','2026-01',20000000,0);
INSERT INTO "turnover" VALUES('620100/resident','3001','2026-00',0,20000000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-02',2000000,5000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2026','2026-02',5000000,2000000);
CREATE TABLE voucher (
	book TEXT NOT NULL, 
	id TEXT NOT NULL, 
	period TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	movement TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	legs INTEGER NOT NULL, 
	sheets INTEGER NOT NULL, 
	CONSTRAINT pk_voucher PRIMARY KEY (book, id), 
	CONSTRAINT ck_voucher_legs CHECK (legs >= 1), 
	CONSTRAINT ck_voucher_number CHECK (number >= 1), 
	CONSTRAINT fk_voucher_book_id FOREIGN KEY(book, id) REFERENCES event (book, id), 
	CONSTRAINT uq_voucher_book_id_legs UNIQUE (book, id, legs), 
	CONSTRAINT uq_voucher_book_period_number UNIQUE (book, period, number)
)
 STRICT

;
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-2100-7000-98f2-a0a3d5f4b3b2','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-24e8-7000-a6e0-439d6ec9d286','2026-00',2,'opening-balance','期初：支出户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-28d0-7000-b119-1c56c324c985','2026-00',3,'opening-balance','期初：城关示范医院2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-2cb8-7000-ac88-8696008a05a6','2026-00',4,'opening-balance','期初：暂收款来历不明的汇款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019ba56a-d280-7000-868a-e3c7f1fd42a2','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-5）',1,3);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0160-7000-8096-d04f8a9a021e','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0548-7000-b866-22b6f06c144a','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-7）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019c4510-11d8-7000-b0b3-5e26380208a9','2026-02',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019c4510-40b8-7000-baa4-2a3cd66b829e','2026-02',2,'repayment','城关示范医院返还2026年度医保预付金',1,1);
CREATE INDEX ix_oplog_at ON oplog (book, at);
CREATE INDEX ix_account_hospital ON account (book, hospital, year);
CREATE INDEX ix_evidence_number ON evidence (book, type, number);
CREATE INDEX ix_opening_year ON opening (book, year);
CREATE INDEX ix_turnover_period ON turnover (book, period);
CREATE INDEX ix_correction_corrects ON correction (book, corrects);
CREATE UNIQUE INDEX uq_correction_once ON correction (book, corrects) WHERE form <> 'blue';
CREATE INDEX ix_leg_credit ON leg (book, credit);
CREATE INDEX ix_leg_debit ON leg (book, debit);
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'append-only: update on account'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'append-only: delete on account'); END;
CREATE TRIGGER account_no_replace BEFORE INSERT ON account WHEN EXISTS (SELECT 1 FROM account WHERE book = NEW.book AND code = NEW.code) BEGIN SELECT RAISE(ABORT, 'append-only: replace on account'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: update on correction'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: delete on correction'); END;
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND voucher = NEW.voucher) OR EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND corrects = NEW.corrects AND form <> 'blue' AND NEW.form <> 'blue') BEGIN SELECT RAISE(ABORT, 'append-only: replace on correction'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only: update on event'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'append-only: delete on event'); END;
CREATE TRIGGER event_no_replace BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE book = NEW.book AND id = NEW.id) OR EXISTS (SELECT 1 FROM event WHERE book = NEW.book AND key = NEW.key) OR EXISTS (SELECT 1 FROM event WHERE book = NEW.book AND chain_year = NEW.chain_year AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'append-only: replace on event'); END;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'append-only: update on evidence'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'append-only: delete on evidence'); END;
CREATE TRIGGER evidence_no_replace BEFORE INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence WHERE book = NEW.book AND event = NEW.event AND line = NEW.line) BEGIN SELECT RAISE(ABORT, 'append-only: replace on evidence'); END;
CREATE TRIGGER leg_no_update BEFORE UPDATE ON leg BEGIN SELECT RAISE(ABORT, 'append-only: update on leg'); END;
CREATE TRIGGER leg_no_delete BEFORE DELETE ON leg BEGIN SELECT RAISE(ABORT, 'append-only: delete on leg'); END;
CREATE TRIGGER leg_no_replace BEFORE INSERT ON leg WHEN EXISTS (SELECT 1 FROM leg WHERE book = NEW.book AND voucher = NEW.voucher AND line = NEW.line) BEGIN SELECT RAISE(ABORT, 'append-only: replace on leg'); END;
CREATE TRIGGER operator_roles_no_update BEFORE UPDATE ON operator_roles BEGIN SELECT RAISE(ABORT, 'append-only: update on operator_roles'); END;
CREATE TRIGGER operator_roles_no_delete BEFORE DELETE ON operator_roles BEGIN SELECT RAISE(ABORT, 'append-only: delete on operator_roles'); END;
CREATE TRIGGER operator_roles_no_replace BEFORE INSERT ON operator_roles WHEN EXISTS (SELECT 1 FROM operator_roles WHERE name = NEW.name AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on operator_roles'); END;
CREATE TRIGGER oplog_no_update BEFORE UPDATE ON oplog BEGIN SELECT RAISE(ABORT, 'append-only: update on oplog'); END;
CREATE TRIGGER oplog_no_delete BEFORE DELETE ON oplog BEGIN SELECT RAISE(ABORT, 'append-only: delete on oplog'); END;
CREATE TRIGGER oplog_no_replace BEFORE INSERT ON oplog WHEN EXISTS (SELECT 1 FROM oplog WHERE book = NEW.book AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'append-only: replace on oplog'); END;
CREATE TRIGGER policy_value_no_update BEFORE UPDATE ON policy_value BEGIN SELECT RAISE(ABORT, 'append-only: update on policy_value'); END;
CREATE TRIGGER policy_value_no_delete BEFORE DELETE ON policy_value BEGIN SELECT RAISE(ABORT, 'append-only: delete on policy_value'); END;
CREATE TRIGGER policy_value_no_replace BEFORE INSERT ON policy_value WHEN EXISTS (SELECT 1 FROM policy_value WHERE book = NEW.book AND name = NEW.name AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on policy_value'); END;
CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'append-only: update on seal'); END;
CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'append-only: delete on seal'); END;
CREATE TRIGGER seal_no_replace BEFORE INSERT ON seal WHEN EXISTS (SELECT 1 FROM seal WHERE book = NEW.book AND period = NEW.period) BEGIN SELECT RAISE(ABORT, 'append-only: replace on seal'); END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'append-only: update on signature'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'append-only: delete on signature'); END;
CREATE TRIGGER signature_no_replace BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signature WHERE book = NEW.book AND event = NEW.event AND role = NEW.role) BEGIN SELECT RAISE(ABORT, 'append-only: replace on signature'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher BEGIN SELECT RAISE(ABORT, 'append-only: update on voucher'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'append-only: delete on voucher'); END;
CREATE TRIGGER voucher_no_replace BEFORE INSERT ON voucher WHEN EXISTS (SELECT 1 FROM voucher WHERE book = NEW.book AND id = NEW.id) OR EXISTS (SELECT 1 FROM voucher WHERE book = NEW.book AND period = NEW.period AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'append-only: replace on voucher'); END;
CREATE INDEX ix_event_kind ON event (book, kind, year, hospital);
CREATE INDEX ix_event_irregular ON event (book, booked) WHERE irregular = 1;
CREATE TRIGGER hospital_version_no_update BEFORE UPDATE ON hospital_version BEGIN SELECT RAISE(ABORT, 'append-only: update on hospital_version'); END;
CREATE TRIGGER hospital_version_no_delete BEFORE DELETE ON hospital_version BEGIN SELECT RAISE(ABORT, 'append-only: delete on hospital_version'); END;
CREATE TRIGGER hospital_version_no_replace BEFORE INSERT ON hospital_version WHEN EXISTS (SELECT 1 FROM hospital_version WHERE code = NEW.code AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on hospital_version'); END;
CREATE TRIGGER policy_layer_no_update BEFORE UPDATE ON policy_layer BEGIN SELECT RAISE(ABORT, 'append-only: update on policy_layer'); END;
CREATE TRIGGER policy_layer_no_delete BEFORE DELETE ON policy_layer BEGIN SELECT RAISE(ABORT, 'append-only: delete on policy_layer'); END;
CREATE TRIGGER policy_layer_no_replace BEFORE INSERT ON policy_layer WHEN EXISTS (SELECT 1 FROM policy_layer WHERE book = NEW.book AND layer = NEW.layer AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on policy_layer'); END;
CREATE INDEX ix_bank_line_date ON bank_line (book, account, date);
CREATE INDEX ix_bank_match_account ON bank_match (book, account);
CREATE INDEX ix_bank_match_line ON bank_match_line (book, line);
CREATE INDEX ix_bank_match_voucher ON bank_match_voucher (book, voucher);
CREATE TRIGGER bank_match_no_update BEFORE UPDATE ON bank_match BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_match'); END;
CREATE TRIGGER bank_match_no_delete BEFORE DELETE ON bank_match BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_match'); END;
CREATE TRIGGER bank_match_no_replace BEFORE INSERT ON bank_match WHEN EXISTS (SELECT 1 FROM bank_match WHERE book = NEW.book AND id = NEW.id) OR EXISTS (SELECT 1 FROM bank_match WHERE book = NEW.book AND number = NEW.number) OR EXISTS (SELECT 1 FROM bank_match WHERE book = NEW.book AND id = NEW.id AND matched_by = NEW.matched_by) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_match'); END;
CREATE TRIGGER bank_match_line_no_update BEFORE UPDATE ON bank_match_line BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_match_line'); END;
CREATE TRIGGER bank_match_line_no_delete BEFORE DELETE ON bank_match_line BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_match_line'); END;
CREATE TRIGGER bank_match_line_no_replace BEFORE INSERT ON bank_match_line WHEN EXISTS (SELECT 1 FROM bank_match_line WHERE book = NEW.book AND matching = NEW.matching AND line = NEW.line) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_match_line'); END;
CREATE TRIGGER bank_match_voucher_no_update BEFORE UPDATE ON bank_match_voucher BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_match_voucher'); END;
CREATE TRIGGER bank_match_voucher_no_delete BEFORE DELETE ON bank_match_voucher BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_match_voucher'); END;
CREATE TRIGGER bank_match_voucher_no_replace BEFORE INSERT ON bank_match_voucher WHEN EXISTS (SELECT 1 FROM bank_match_voucher WHERE book = NEW.book AND matching = NEW.matching AND voucher = NEW.voucher) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_match_voucher'); END;
CREATE TRIGGER bank_verdict_no_update BEFORE UPDATE ON bank_verdict BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_verdict'); END;
CREATE TRIGGER bank_verdict_no_delete BEFORE DELETE ON bank_verdict BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_verdict'); END;
CREATE TRIGGER bank_verdict_no_replace BEFORE INSERT ON bank_verdict WHEN EXISTS (SELECT 1 FROM bank_verdict WHERE book = NEW.book AND matching = NEW.matching AND verdict = NEW.verdict) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_verdict'); END;
CREATE TRIGGER bank_reconciliation_no_update BEFORE UPDATE ON bank_reconciliation BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_reconciliation'); END;
CREATE TRIGGER bank_reconciliation_no_delete BEFORE DELETE ON bank_reconciliation BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_reconciliation'); END;
CREATE TRIGGER bank_reconciliation_no_replace BEFORE INSERT ON bank_reconciliation WHEN EXISTS (SELECT 1 FROM bank_reconciliation WHERE book = NEW.book AND account = NEW.account AND period = NEW.period AND version = NEW.version) OR EXISTS (SELECT 1 FROM bank_reconciliation WHERE book = NEW.book AND account = NEW.account AND period = NEW.period AND version = NEW.version AND prepared_by = NEW.prepared_by) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_reconciliation'); END;
CREATE TRIGGER bank_approval_no_update BEFORE UPDATE ON bank_approval BEGIN SELECT RAISE(ABORT, 'append-only: update on bank_approval'); END;
CREATE TRIGGER bank_approval_no_delete BEFORE DELETE ON bank_approval BEGIN SELECT RAISE(ABORT, 'append-only: delete on bank_approval'); END;
CREATE TRIGGER bank_approval_no_replace BEFORE INSERT ON bank_approval WHEN EXISTS (SELECT 1 FROM bank_approval WHERE book = NEW.book AND account = NEW.account AND period = NEW.period AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on bank_approval'); END;
CREATE TRIGGER credential_no_update BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'append-only: update on credential'); END;
CREATE TRIGGER credential_no_delete BEFORE DELETE ON credential BEGIN SELECT RAISE(ABORT, 'append-only: delete on credential'); END;
CREATE TRIGGER credential_no_replace BEFORE INSERT ON credential WHEN EXISTS (SELECT 1 FROM credential WHERE name = NEW.name AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on credential'); END;
CREATE TRIGGER operator_scope_no_update BEFORE UPDATE ON operator_scope BEGIN SELECT RAISE(ABORT, 'append-only: update on operator_scope'); END;
CREATE TRIGGER operator_scope_no_delete BEFORE DELETE ON operator_scope BEGIN SELECT RAISE(ABORT, 'append-only: delete on operator_scope'); END;
CREATE TRIGGER operator_scope_no_replace BEFORE INSERT ON operator_scope WHEN EXISTS (SELECT 1 FROM operator_scope WHERE name = NEW.name AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on operator_scope'); END;
COMMIT;
