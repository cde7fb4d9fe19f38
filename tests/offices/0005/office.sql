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
INSERT INTO "account" VALUES('620100/employee','1101.01.H62010000002.2026','1101.01','H62010000002',2026,'','安宁示范医院','暂付款-医保预付金-安宁示范医院-2026年');
INSERT INTO "account" VALUES('620100/employee','1101.01.H62010000003.2026','1101.01','H62010000003',2026,'','榆中示范卫生院','暂付款-医保预付金-榆中示范卫生院-2026年');
INSERT INTO "account" VALUES('620100/resident','1101.01.H62010000001.2026','1101.01','H62010000001',2026,'','城关示范医院','暂付款-医保预付金-城关示范医院-2026年');
INSERT INTO "account" VALUES('620100/employee','2001.01.C2A40EBE9','2001.01','',0,'来款待查','来款待查','暂收款-待查及多收款项-来款待查');
INSERT INTO "account" VALUES('620100/employee','4201.01.01','4201.01.01','',0,'','','利息收入-统筹基金-存款利息');
INSERT INTO "account" VALUES('620100/employee','5401.01','5401.01','',0,'','','其他支出-统筹基金');
INSERT INTO "account" VALUES('620100/employee','4501.01','4501.01','',0,'','','其他收入-统筹基金');
INSERT INTO "account" VALUES('620100/employee','5001.01.01','5001.01.01','',0,'','','社会保险待遇支出-统筹基金-住院费用支出');
INSERT INTO "account" VALUES('620100/employee','1101.01.H62010000001.2027','1101.01','H62010000001',2027,'','城关示范医院','暂付款-医保预付金-城关示范医院-2027年');
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
INSERT INTO "bank_approval" VALUES('620100/employee','1004','2026-12',1,'出纳戊','审核丙','2027-01-04T09:00:23+08:00');
INSERT INTO "bank_approval" VALUES('620100/employee','1004','2027-01',1,'出纳戊','审核丙','2027-02-05T09:00:04+08:00');
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
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-d680-7000-aa06-a9022b0b8c12','1004',1,1,'2026-12-20','in',25000000,41581234,'D1','','返还','城关示范医院','622210000001','2026-12-20|D1','12.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-da68-7000-a97c-279845ddb87d','1004',2,2,'2026-12-20','in',15000000,56581234,'D2','','返还','安宁示范医院','622210000002','2026-12-20|D2','12.csv#3');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-de50-7000-92d8-f83bb62ac1fe','1004',3,3,'2026-12-22','in',3000000,59581234,'D3','','返还周转金','城关示范医院','622210000001','2026-12-22|D3','12.csv#4');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e238-7000-acf7-d1297467537a','1004',4,4,'2026-12-28','out',2000000,57581234,'D4','','结算','城关示范医院','622210000001','2026-12-28|D4','12.csv#5');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e620-7000-9fc6-8d57526eb523','1004',5,5,'2026-12-29','out',30000000,27581234,'D5','','上解','兰州市财政局','','2026-12-29|D5','12.csv#6');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-ea08-7000-874e-e64f79490eab','1004',6,6,'2026-12-31','out',1500,27579734,'D6','','手续费','','','2026-12-31|D6','12.csv#7');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309c-0f98-7000-8858-5408409a8a78','1004',7,7,'2027-01-20','in',10000000,37579734,'J1','','拨款','兰州市财政局','','2027-01-20|J1','1.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309c-1380-7000-a3e2-cae0022bc320','1004',8,8,'2027-01-20','out',500000,37079734,'J2','','拨付','城关示范医院','622210000001','2027-01-20|J2','1.csv#3');
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
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0178-7000-95f9-52b362f5680c',1,'1004','match','day','金额、日期相同，摘要或户名有“上解”',1,'出纳戊','2027-01-04T09:00:10+08:00','f6a97ea539e573dfe9d4d843568d7facae167bad1f30962d36d68f275e1698de');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0560-7000-b2f4-fd786bc15385',2,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','5d9c17b720e3bba406dc2fbbbee1074d2a0a9448bf4f144b4fcf87899bacd1f0');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0948-7000-9089-f7883023580c',3,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','7e0d30b34fe2b170e7603c5add2215c0f01428ce18eaf149ca9b35313d137b9b');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0d30-7000-9038-a8821bd7ce73',4,'1004','match','day','金额、日期相同，对方账号是安宁示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','b6b602f81985754d49c4e33eab65d88a789d8cb232c74f24863de20a27e8c590');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-1118-7000-aeba-d069e65a8149',5,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','5ec9c080c68f109901ab397c9a77b2e051c785259ae7434adfe70601c569741e');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-2af0-7000-a5cc-20b509b4e5d2',6,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-20T09:00:37+08:00','fe2b902d72e02fe58327a302137600bdef65c050a7e2910dc4c561f7eb3d807c');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-2ed8-7000-8ded-0002d1c51f86',7,'1004','match','day','金额、日期相同，摘要或户名有“财政”',1,'出纳戊','2027-01-20T09:00:37+08:00','336f2a876823e975923bfc7552c541712d9517e4354808d2230e419953466d48');
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
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0178-7000-95f9-52b362f5680c','01a2de35-e620-7000-9fc6-8d57526eb523',-30000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0560-7000-b2f4-fd786bc15385','01a2de35-e238-7000-acf7-d1297467537a',-2000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0948-7000-9089-f7883023580c','01a2de35-de50-7000-92d8-f83bb62ac1fe',3000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0d30-7000-9038-a8821bd7ce73','01a2de35-da68-7000-a97c-279845ddb87d',15000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-1118-7000-aeba-d069e65a8149','01a2de35-d680-7000-aa06-a9022b0b8c12',25000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-2af0-7000-a5cc-20b509b4e5d2','01a3309c-1380-7000-a3e2-cae0022bc320',-500000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-2ed8-7000-8ded-0002d1c51f86','01a3309c-0f98-7000-8858-5408409a8a78',10000000);
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
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0178-7000-95f9-52b362f5680c','01a2bf4f-b268-7000-9294-04b7582c18c9',-30000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0560-7000-b2f4-fd786bc15385','01a2bf4f-ae80-7000-8bd0-a7399ff3078f',-2000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0948-7000-9089-f7883023580c','01a29b43-3250-7000-bb94-af6dd1020a15',3000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0d30-7000-9038-a8821bd7ce73','01a29b43-2e68-7000-b67b-45f8cc0e95ee',15000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-1118-7000-aeba-d069e65a8149','01a29b43-2a80-7000-a344-0fb4cc667e97',25000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-2af0-7000-a5cc-20b509b4e5d2','01a3309b-e0b8-7000-bab3-04434f73fd94',-500000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-2ed8-7000-8ded-0002d1c51f86','01a3309b-9680-7000-af32-66ba0f0c8a89',10000000);
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
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2026-12',1,1,27579734,27581234,0,27581234,'{"account":"1004","bank":"示范银行","bank_adjusted":"275812.34","bank_number":"1004001","book":"275812.34","book_adjusted":"275812.34","exclusive":true,"general":"275812.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-ea08-7000-874e-e64f79490eab","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2026-12","settled":[],"settled_since":null,"statement":"275797.34","statement_digest":"70da685436b761d0cf509ca37734db13af62f6ac872f8e9a4a0221faada7792d","statement_lines":6,"statement_until":"2026-12-31"}','83de48bc2abcce40ad77512830b6d94aa37ea99ce938bf678e9e88f1e478c882','出纳戊','2027-01-04T09:00:20+08:00');
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2027-01',1,1,37079734,37081234,0,37081234,'{"account":"1004","bank":"示范银行","bank_adjusted":"370812.34","bank_number":"1004001","book":"370812.34","book_adjusted":"370812.34","exclusive":true,"general":"370812.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-ea08-7000-874e-e64f79490eab","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2027-01","settled":[],"settled_since":"2026-12","statement":"370797.34","statement_digest":"f5841bb170ddaba6897cf537b18a9e36520026f5dc31c173f9d6511a1d1e083e","statement_lines":8,"statement_until":"2027-01-20"}','48fd611b1ba5aaaf92448d0901789884198de8c1c5b41d10dcbe1ddf6fdd1915','出纳戊','2027-02-05T09:00:01+08:00');
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
INSERT INTO "control" VALUES('620100/employee',85);
INSERT INTO "control" VALUES('620100/resident',29);
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
INSERT INTO "correction" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','019cd542-7bb0-7000-af8f-b7021ef2a4f0','red');
INSERT INTO "correction" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','019cd542-7bb0-7000-af8f-b7021ef2a4f0','blue');
INSERT INTO "correction" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','019cd542-73e0-7000-ae50-19fbfe175330','difference');
INSERT INTO "correction" VALUES('620100/resident','01a30242-6638-7000-ab31-9a956518093d','01a29b43-45d8-7000-8213-cf75415af341','amend');
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
INSERT INTO "credential" VALUES('查询己',1,'$argon2id$v=19$m=65536,t=3,p=4$fuwDJ+t/+wJ2GfJJgyYmFw$ufiqzSyZuD0XPdilYGXYLOLD6Jx34ped70FxRJsU3No','管理员甲','2027-01-04T09:00:29+08:00');
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
INSERT INTO "draft" VALUES('620100/employee','01a38301-b058-7000-8cd3-79cf60c290d0','01a38301-b058-7000-8cd3-79cf60c290d0','disbursement','拨-28','1064d462691dd0da9b16d4f821ed95522d85a42d4a14289a82d95eec8e3ffb5e','2027-02-02','2027-02-02','H62010000003',2027,600000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-02-05T09:00:25+08:00','[{"date":"2027-02-02","number":"payment-order-29","sheets":"1","type":"payment-order"},{"date":"2027-02-02","number":"bank-receipt-29","sheets":"1","type":"bank-receipt"}]','','');
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
INSERT INTO "event" VALUES('620100/employee','019b89bd-3870-7000-b119-1c56c324c985','019b89bd-3870-7000-b119-1c56c324c985','opening-balance','opening-balance-1','7c67c91ff05855046d8bc60d064adb1b4e9810324f9a667b26277304c8a370a3','2026-01-01','2026-01-01','',0,100000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-05T00:00:43+08:00','审核丙','2026-01-05T00:00:49+08:00','主管丁','2026-01-05T00:00:53+08:00',2026,1,'bb5d2ba9577bc1dcd90f6b58c8fceadf4713f1b26701ca595b9d319ed7e2faea','d25f5204bda37870345b8002835e6c95ccc553713553f09276001b9fc11425dc','41fe0c66b171d4ec959265f7d0cbc944c2d65fd53b3f678f392570aa7778ab6e');
INSERT INTO "event" VALUES('620100/employee','019b89bd-3c58-7000-ac88-8696008a05a6','019b89bd-3c58-7000-ac88-8696008a05a6','opening-balance','opening-balance-2','5ae90df1cfdb74ef3aaf574a1cf2f4396230b53c346f4c210697a39a8d531d9b','2026-01-01','2026-01-01','',0,2000000,'',0,'{"account":"1004"}','rows.jsonl#2','制单乙','2026-01-05T00:00:44+08:00','审核丙','2026-01-05T00:00:49+08:00','主管丁','2026-01-05T00:00:53+08:00',2026,2,'1204ea6d5b2278a38b6694b2f84048d25349a97b7a263567b5588aab8b9b682a','67a07b3ccc71639a22c9a86f561f9564d81a1980dcdffb8ec411249a1bc9244f','23ea5f97dd08488ca7ff2c88f0a676fcda8e108c5a8ba6350d8981cf5f1247a1');
INSERT INTO "event" VALUES('620100/employee','019b89bd-4040-7000-910b-8f507204e52d','019b89bd-4040-7000-910b-8f507204e52d','opening-balance','opening-balance-3','26f4b04f394794ad3a3eecd75d71c68d265aedaf1fdbbcee470ada3fe1e18500','2026-01-01','2026-01-01','H62010000001',2025,3000000,'',0,'{"account":"1101"}','rows.jsonl#3','制单乙','2026-01-05T00:00:45+08:00','审核丙','2026-01-05T00:00:49+08:00','主管丁','2026-01-05T00:00:53+08:00',2026,3,'d6058d241c47948bcfa8c45ab08fc35f5c8c6bf719cd6abcbaae2de01e988183','61fef6f3f4d1d29a9b18b2d90aabb53f83478cfe5982fdcdb1277dc9722957a8','82f02dd7983385d2c329b60b7d395b2452968c63337903e86c08e2382ea9e7c3');
INSERT INTO "event" VALUES('620100/employee','019b89bd-4428-7000-b351-1f8db8b6d8fe','019b89bd-4428-7000-b351-1f8db8b6d8fe','opening-balance','opening-balance-4','4b40451d02d7214461604214386327fc005fa5f53646b6b0f8fdb2ab6f9e171c','2026-01-01','2026-01-01','',0,50000,'',0,'{"account":"2001","counterparty":"来历不明的汇款"}','rows.jsonl#4','制单乙','2026-01-05T00:00:46+08:00','审核丙','2026-01-05T00:00:49+08:00','主管丁','2026-01-05T00:00:53+08:00',2026,4,'9764f585326f0d4d022d48ee7d69cc34d870f0f55cc60f05acc87974b616993b','f39a102c90edda248b72c3b41974e12de35d42e217ed0a4eff6ca89441424279','7416e3ca632bd5efe8521dffc0e5fc52fb312c0d0d7cbc913f77cda9e7e5b62e');
INSERT INTO "event" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc','019ba56a-d280-7000-816d-b9b807d4bedc','allocation','allocation-5','9ee5278270a37f72faa48aeeb6394841bff04752950af002434f3d1941483306','2026-01-10','2026-01-10','',0,60000000,'',0,'{}','rows.jsonl#1','制单乙','2026-01-10T09:00:02+08:00','审核丙','2026-01-10T09:00:05+08:00','主管丁','2026-01-10T09:00:09+08:00',2026,5,'f717ff116c2d5a1eccc972558c15d5cc019380078420da6fa0e5c8f8363d7162','a50e80670b313266f07825a3ae4a831b51b6158daeeb7e471f4aefe028065f66','c4801c2a8de55f04102f7d29cec4ecd8012b32ec2f23bf6e435e27089402ac8f');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf','019ba56b-0160-7000-abef-59fe619699cf','opening-balance','opening-balance-6','c682b1b3d5dbc3eba6bc69edc4edc83b1468b00239944a4c978ea44a5c1ed9de','2026-01-01','2026-01-01','',0,20000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-10T09:00:15+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,1,'dfd5a8b794a2080d8816eeca69a013b6fed0fdab777207a8a68f3e30ea8db596','96657a8c33ec1827ae0c47c407c916aa947db719bb6a9ebf2254ec8d931baefe','f97f5551da0fe28204b0f4fa94d7b1677f6cdb03c9a2172d9c1e8f05303cf86c');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf','019ba56b-0548-7000-be04-c31037730edf','allocation','allocation-7','4bf8cc380cb46f53f7dcc5ee734f180c7109a660ecee02d81d05e2a9182f2e40','2026-01-10','2026-01-10','',0,20000000,'',0,'{}','rows.jsonl#2','制单乙','2026-01-10T09:00:16+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,2,'5ee57758272010dff65946d4e152ad65bf0f40c1941e4be860cfbad4ad79c8ff','faf33a799584504c24004c28da8f064cf3cf8b63e2162891b6e6c64c2ac10438','c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240');
INSERT INTO "event" VALUES('620100/employee','019cd542-0a68-7000-b0b3-5e26380208a9','019cd542-0a68-7000-b0b3-5e26380208a9','agreement','agreement-1','73e2b19cd9e12e782e5c7d57dd4ffab50ca5fcf102e175233a292f89b623b70f','2026-01-02','2026-03-01','H62010000001',2026,0,'',0,'{}','','制单乙','2026-03-10T09:00:02+08:00','审核丙','2026-03-10T09:00:06+08:00','审核丙','2026-03-10T09:00:06+08:00',2026,6,'f6615244f2130084bef9aaf4552ebf6b6a6ee325fc5a995a8daa1087d18e3d9a','f075b73be451e962ed857af391437e70a3c37ec09ca2dc835e9767b2626a8dd3','8736d31969316ca4653cb07e2cc728d8d4d40c091ddcc5206e99bafe0528d021');
INSERT INTO "event" VALUES('620100/employee','019cd542-1238-7000-bcf1-92bd75a89294','019cd542-1238-7000-bcf1-92bd75a89294','assessment','assessment-1','fc28125e9fcf4672a5ed04a9b775039841a68da47b298a235930386066a83a6e','2026-01-02','2026-03-01','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-03-10T09:00:04+08:00','审核丙','2026-03-10T09:00:06+08:00','审核丙','2026-03-10T09:00:06+08:00',2026,7,'5b5d4aada7d14b77dc89d26e066f07691431bc0e7c652b375adebba66f1c234f','745b2ec2a75a4989c83bf866b0144a7e180a1695884452a784be5eb5fe3af72b','f6454c3785e7fa50c785d592d0552f81c35314ced2a14af37a647bc7f710d63d');
INSERT INTO "event" VALUES('620100/employee','019cd542-25c0-7000-bb4b-e2764a2f20aa','019cd542-25c0-7000-bb4b-e2764a2f20aa','agreement','agreement-2','4ce7757ce40d97b28dc8cc2282678cdeb453aab35d5e19751bd8338cbc4465a8','2026-01-02','2026-03-01','H62010000002',2026,0,'',0,'{}','','制单乙','2026-03-10T09:00:09+08:00','审核丙','2026-03-10T09:00:13+08:00','审核丙','2026-03-10T09:00:13+08:00',2026,8,'73607f3bed5cf6c158065cd7a28073b14737548bc5c66abeb9e8966b8f80d69d','e8c3b0e8f11262f3b7fb80fd47e1ddaa5f41403f156adfbba1f23ff8949c2010','007a58a92321c7c7881907a9ed41fe5a8b1ec564d47b59f7c96af946ec956ff2');
INSERT INTO "event" VALUES('620100/employee','019cd542-2d90-7000-9aa2-b12e05805975','019cd542-2d90-7000-9aa2-b12e05805975','assessment','assessment-2','172801e9b94ba5e2cbe7eb06ddc76a42a67384ac533dd60be45a7c9c1da100b7','2026-01-02','2026-03-01','H62010000002',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-03-10T09:00:11+08:00','审核丙','2026-03-10T09:00:13+08:00','审核丙','2026-03-10T09:00:13+08:00',2026,9,'b6ea82689dbd0bbd66f62bae4142668aad11efcdbdffd5efc33af34429ee7717','33f8debb30dba8c5060f7e5178cb3450e0625cef8e47db144afa59418643ddab','9ec6e2f8bca19f2793720816ac389859fd30af93d318de379160ff4c3bd0241e');
INSERT INTO "event" VALUES('620100/employee','019cd542-4118-7000-baa4-2a3cd66b829e','019cd542-4118-7000-baa4-2a3cd66b829e','agreement','agreement-3','39c2844289863805faa65bdbeb54e9879b320ca9af5f09d36c51e51455a0acab','2026-01-02','2026-03-01','H62010000003',2026,0,'',0,'{}','','制单乙','2026-03-10T09:00:16+08:00','审核丙','2026-03-10T09:00:20+08:00','审核丙','2026-03-10T09:00:20+08:00',2026,10,'97b7fb61685ccb1b7d98bb6a377f3b01e1d9f73bf06a9a87666b77e341ed3d78','119f5b1fa1716bdbf97c56dcdff0fb896daa4ea7f5f0aa47568e42b269140102','0a35bb1e06c9e0258f786f7716a8c5c19f270dd15c2e944f2f9ad2624906cf3f');
INSERT INTO "event" VALUES('620100/employee','019cd542-48e8-7000-bb05-232d8e73ca47','019cd542-48e8-7000-bb05-232d8e73ca47','assessment','assessment-3','7eec3c272b555346c033cfc54eea6c7023f44256f2f47188c6dc3354d9aca2e2','2026-01-02','2026-03-01','H62010000003',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-03-10T09:00:18+08:00','审核丙','2026-03-10T09:00:20+08:00','审核丙','2026-03-10T09:00:20+08:00',2026,11,'00cbce9d3114523e7bf9ed9bc307abf71a713c60c660dbe46292b228f04f7f2f','677774126d38f374da2e7d17e5d0cad757ec63b0e1c32531998cfb34fee7c4a2','0ae900f65bb3f686a5380f789b00d7c0fa30510a998b7194683da9f516bc1046');
INSERT INTO "event" VALUES('620100/resident','019cd542-5c70-7000-8666-678fa46d6753','019cd542-5c70-7000-8666-678fa46d6753','agreement','agreement-4','a53a7dbcc8011ec7c4b1270184876dbda75f3461b3075cd8a9cd047eed53bbe7','2026-01-02','2026-03-01','H62010000001',2026,0,'',0,'{}','','制单乙','2026-03-10T09:00:23+08:00','审核丙','2026-03-10T09:00:27+08:00','审核丙','2026-03-10T09:00:27+08:00',2026,3,'28a7caf02d0f7aab545ee4914cd8595d981654c7eb8d1af4f52e2ead8b966693','357ae963689c5bcf5e118a9e8339b879212c31e5f5be1b749487746981774a29','4a2e89acc821af8f4dc423e1a1e0400791fdaf5aa77674aee7bd2a695f4d18bb');
INSERT INTO "event" VALUES('620100/resident','019cd542-6440-7000-a847-51662f978d87','019cd542-6440-7000-a847-51662f978d87','assessment','assessment-4','d5c8efef6a8d8d155aaebecd80f374fc2d1805af65ac9e6e99ce45160203cf87','2026-01-02','2026-03-01','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-03-10T09:00:25+08:00','审核丙','2026-03-10T09:00:27+08:00','审核丙','2026-03-10T09:00:27+08:00',2026,4,'cdffa10149fccdb74c80a4d70f599f7ec45e3f4b64223432b08988782a43607b','dc6d1d14eef5f7f900a954c6d0fb57bac4b1db1395a8af597264c184e762d645','0da2df8b7d8a780dc96ac5da01a331134200efdefb4fe5c8be8a065b18d4c958');
INSERT INTO "event" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330','019cd542-73e0-7000-ae50-19fbfe175330','disbursement','拨-1','765b2288e1f81e736057d4715c5c48bb28519ba621b833c3684617a36872502c','2026-03-10','2026-03-10','H62010000001',2026,30000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-03-10T09:00:32+08:00','审核丙','2026-03-10T09:00:42+08:00','主管丁','2026-03-10T09:00:57+08:00',2026,12,'181f0aa2a975f40ddbf02726249cc87574dd86fafd3a754c4ba472c652ad49be','c057cb763c042fcb3c8e2943cd9ec838fba76a13de5a830c80f1ddf3ada512b3','37c0c02b11e36284adfbef790d9c843669b904439ad4a7aad0f560220bad1f98');
INSERT INTO "event" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd','019cd542-77c8-7000-92f8-0f6cdc2574bd','disbursement','拨-2','2da2fb6fd09665b162f57ffbfe5baa2f95578f4020f987049e21f70e436e977f','2026-03-10','2026-03-10','H62010000002',2026,10000000,'',0,'{"from":"1004"}','rows.jsonl#2','制单乙','2026-03-10T09:00:33+08:00','审核丙','2026-03-10T09:00:42+08:00','主管丁','2026-03-10T09:00:57+08:00',2026,13,'e4dc306e8ac4c9e104a4d62014ea3b984ff034eb3986aa16a663802bd3a214a8','6291e447c072f698fa75420f9a65cfaee894d6f7aa6936aeacd40639597c9bef','ccf0760a0617e31e5621cae3083fb7dba64519bcbf43f5b12f1f317485f0f865');
INSERT INTO "event" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0','019cd542-7bb0-7000-af8f-b7021ef2a4f0','disbursement','拨-3','7fa90e1d281018a7cb05548800c78a83eb217a4e1cb613259e4ea24dd95044b2','2026-03-10','2026-03-10','H62010000003',2026,5000000,'',0,'{"from":"1004"}','rows.jsonl#3','制单乙','2026-03-10T09:00:34+08:00','审核丙','2026-03-10T09:00:42+08:00','主管丁','2026-03-10T09:00:57+08:00',2026,14,'f1fa8098d133cfc112b4e5aa0cb1174be26a61eb6c3687f957ac8d03bbd392cb','d4a68247bad6ece57ec4da20d2e7faac4d70265b6f2f59217ea5f83dc8f92585','01ceeca857f3d9a67554db051d9d4864f69230e8c92061a42b528572edb537c7');
INSERT INTO "event" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6','019cd542-8f38-7000-b951-1b75552b82f6','disbursement','居-1','664c8d3d2e2767040de99a20c61ac7f3e2c5af50d742f662e44615cc4c639a4f','2026-03-10','2026-03-10','H62010000001',2026,8000000,'',0,'{"from":"1004"}','rows.jsonl#4','制单乙','2026-03-10T09:00:37+08:00','审核丙','2026-03-10T09:00:45+08:00','主管丁','2026-03-10T09:01:01+08:00',2026,5,'f13bc9ec746f7557d01100939878e12b24f2e82afb0fcead49e49b1d10337112','08a86f2982c4bfc13cc2e652e46b6b21391bbdb4663ae17637fbe58e9724cecf','88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d');
INSERT INTO "event" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','019d50da-b238-7000-9ebc-09ef08d6af57','red','拨-3-注销','0a50bb9698ef66e48c0c1ffed3def48a7d94d33df7f36825fad7acd316a0bd25','2026-04-03','2026-04-03','H62010000003',2026,5000000,'019cd542-7bb0-7000-af8f-b7021ef2a4f0',0,'{"reason":"录错"}','','制单乙','2026-04-03T09:00:05+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,15,'af3979d7f511648f1f7b3c445d2bd2ae15cd7ed0c2deec50a385794941a585e5','44865a865db49b59601fe79fcc498c7acb4f794a52fae8ccd3bb448c3bf08f8e','376810f389d4081ba4058ba60c542fe1dd899d8ac39dc6faafec826745037062');
INSERT INTO "event" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','019d50da-b238-7000-9ebc-09ef08d6af57','disbursement','拨-3-订正','cdcdfab11d7e0a5bb3464d53df27ef7d2000696f2dc625d306422c5ba46e0f61','2026-03-10','2026-04-03','H62010000002',2026,5000000,'019cd542-7bb0-7000-af8f-b7021ef2a4f0',0,'{"booked":"2026-04-03","from":"1004"}','','制单乙','2026-04-03T09:00:06+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,16,'44ea4d2a2fa40d64efa2d1ee8fa5a93b58af3da0e8ebe58a3e1bf3943fca960e','2f74df7c8ac1f304166191791880300ab36bfd672505767854cb9f5dc85a28ee','7dfc001fc90dcc5a8ea5a90da6767d62db72505a14f67ceea8038fee58721427');
INSERT INTO "event" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','019d50da-f0b8-7000-b87e-ae758c7e134f','difference','拨-1-差额','86e043fa7cb7b4a6d5ebe65566ec95016794f13a6794999f04a7d14c3f5d71bd','2026-04-03','2026-04-03','H62010000001',2026,29900000,'019cd542-73e0-7000-ae50-19fbfe175330',0,'{"moves":["1101.01.H62010000001.2026>1004:-100000"],"reason":"录错"}','','制单乙','2026-04-03T09:00:20+08:00','审核丙','2026-04-03T09:00:23+08:00','主管丁','2026-04-03T09:00:27+08:00',2026,17,'29844597c7e9af74714c394a9580b9ee9fd22bd253b60feb10c8d96c7fa4ecca','300c87e8912e93266b3c9e56baafe4aaec206dac2cc5719646eb0e17f7bcc303','d191e0b49a1fd93239dd49842fdcdfce034a765a1c61fc13695f68713497f52f');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16','019d8ea6-f680-7000-aa7b-0201705fca16','disbursement','拨-4','4960229d8c0058321c7e365b5327adbd3097a52088c57883d330c30ed385085e','2026-04-13','2026-04-13','H62010000002',2026,1000000,'',0,'{"from":"1004","reason":"经会商延期拨付"}','rows.jsonl#1','制单乙','2026-04-15T09:00:03+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,18,'7a5c9a80d502315afc582fcd00c05f127dad73b676bed72acd7462b306a45038','3fbb162d26ca1f9d2d1d95c2deab8e3e3eed59a2bcb730d1190e5907907d31b6','4db5b947f5695f0fd27b63b80a3203c815f0f8c56e4d5f0d658ec5d290e23784');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15','019d8ea6-fa68-7000-86e8-588582283d15','suspense','suspense-13','3574f3af44c61da42bba6f0a8dc9e06959ebe7063b291cb8b305292f60998160','2026-04-14','2026-04-14','',0,80000,'',0,'{"counterparty":"来款待查","to":"1004"}','rows.jsonl#2','制单乙','2026-04-15T09:00:04+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,19,'2270bbf934c4ce5aa753b94d6100dce1c042fd66822916f1fb465d86b69e7be6','9646027ebfd31bb04003e444757c6275a56a302ac9ac7d37521c973c0a08e852','ee6e56413e9ed83c1cea9917107a252803cbe0e604b88c6ee1f2d5dcaeb2667f');
INSERT INTO "event" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc','019d98f3-ae80-7000-aee5-a2907d5c8dfc','payment-return','payment-return-14','e0c90be569217066037fad27a18c4a0b4cb8ade68295cf22109e369c6e10c6d6','2026-04-16','2026-04-16','H62010000002',2026,1000000,'',0,'{"disbursement":"拨-4","to":"1004"}','rows.jsonl#1','制单乙','2026-04-17T09:00:02+08:00','审核丙','2026-04-17T09:00:05+08:00','主管丁','2026-04-17T09:00:09+08:00',2026,20,'bafde53bcd59fb0bfd6486253e8fa506664d121a464f0ee0f4a9d0d0333686d2','7565d8d730b2cdd7684658026823c8b63d7d8195d29b46357e277261f862b1d5','6e40620280267e8c43507d153ccc976b7c4447387d2a95756ef1480d03ece914');
INSERT INTO "event" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb','019dad8d-1e80-7000-a759-0f09fbb230bb','disbursement','特-1','401c34be0ffb057b173942af20abc2f0a7b366b57d8dcd0473aa7402247980d7','2026-04-20','2026-04-20','H62010000003',2026,700000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:02+08:00','主管辛','2026-04-21T09:00:05+08:00','主管丁','2026-04-21T09:00:09+08:00',2026,21,'35bfc1a2c38cafe076839049d69d164631bc042a5ea2ce3f22048da33897b1c6','fce1abad9b497dfadde88debb95156486f6d6ead73f9b1b42a07a14a87b2df8b','79a3fd5f6d6149c82a39380ef3ca890e90a84fc977a68d7596dd2f39c6ab90db');
INSERT INTO "event" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4','019dad8d-4d60-7000-8e86-24318092b4d4','disbursement','特-2','23b67cfb249e4debed4fae8dd7952360bc968c490fd93c776e1f27b6d45f1867','2026-04-20','2026-04-20','H62010000003',2026,100000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:14+08:00','出纳兼主管庚','2026-04-21T09:00:17+08:00','主管丁','2026-04-21T09:00:21+08:00',2026,22,'3478792c236b4378b16eee8839e7c0b8ca283c3ca862cc343822e9b1448fdf17','9cf40161df43bce3318fb75f7bec60db8a11388e841f75d357e6f0578ea7bfd8','4234d832056f0ed096c774b763f0ec5e360049cae0ae7ec17ac8f1067cefca82');
INSERT INTO "event" VALUES('620100/employee','019eecd7-6680-7000-9601-3e4883868a29','019eecd7-6680-7000-9601-3e4883868a29','interest','interest-17','f7a273d81e3aa92f00a83b73c2bdde456ce696507c75b7bffa807474b48a6e8a','2026-06-21','2026-06-21','',0,1234,'',0,'{}','rows.jsonl#1','制单乙','2026-06-22T09:00:02+08:00','审核丙','2026-06-22T09:00:05+08:00','主管丁','2026-06-22T09:00:09+08:00',2026,23,'d4ecb346681d5dbd11f98d1a90abdb42d64349db20ff8f6c8e2a08bc2262e8ef','a64d073974b92c63ac59a98b0c1b9cb0d30f233ef54d488a262792414b60adfa','f762a532aa08e715bb10e90e7013ff0bc8cffeac71f1892aa26cc22b10e46839');
INSERT INTO "event" VALUES('620100/employee','019f257d-5e68-7000-aeae-7e1ff5059285','019f257d-5e68-7000-aeae-7e1ff5059285','period-end','period-end/2026-06/3001.01/income','be71015381b5ae8d3d655aa418ab1269db25fb8a3b2bc14a996bd30ec7ebc869','2026-06-30','2026-06-30','',0,0,'',0,'{"balances":["4201.01.01:1234"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-07-03T09:00:02+08:00','主管丁','2026-07-03T09:00:03+08:00','主管丁','2026-07-03T09:00:04+08:00',2026,24,'12feb1607665a11489d8f112b521c39dd08954fc32bca2aba73a988b1c7d9ec6','052afaa11259917fa5e4cef6534b845352250b5bade391333fa72a87348dda99','7067893f3939bf22fa011b287cf10a8c7ac380cf3a5e40d7944bd814a93edb6a');
INSERT INTO "event" VALUES('620100/employee','01a156d2-8680-7000-bcc8-33556d14475b','01a156d2-8680-7000-bcc8-33556d14475b','write-off','核-1','a9841d9e55561be127480c51cbce4563db9fc77963f456a8d38c04de0833154d','2026-10-20','2026-10-20','H62010000003',2026,800000,'',0,'{}','rows.jsonl#1','制单乙','2026-10-20T09:00:02+08:00','审核丙','2026-10-20T09:00:05+08:00','主管丁','2026-10-20T09:00:09+08:00',2026,25,'13f338881fb967657e7c174de8105e9562c72a419c7cb09c7b62e805629b46ac','83603432c875b464fda8a514dd3264cfdec65975c815372f1fba3d671a55bf3c','418c1614f26b5b25905684be9f722e9ac9dcd35ef457f24ee1cff238a85709ed');
INSERT INTO "event" VALUES('620100/employee','01a1611f-3e80-7000-bc39-90bd3328ad08','01a1611f-3e80-7000-bc39-90bd3328ad08','recall','收-1','3f0218f86052a1d7df2cbb9303aec29f82ff3094a742f37ddea0ce5ca06f5b67','2026-10-22','2026-10-22','H62010000002',2026,0,'',0,'{"notified_on":"2026-10-22","trigger":"misuse"}','rows.jsonl#1','制单乙','2026-10-22T09:00:02+08:00','审核丙','2026-10-22T09:00:07+08:00','审核丙','2026-10-22T09:00:07+08:00',2026,26,'467d71d4c415f62dc48357ca0b536a69bf24c6ff50dc3a0ca6c49893f219d723','d18aef89c1b2ad29667a5e502579db8c0aea61cbbcb3cb36baccb7575aba2702','04eea50d139461369d5a274386c1e2befa26aa538b34575f68d6faee1fc772c5');
INSERT INTO "event" VALUES('620100/employee','01a1852b-c280-7000-8019-f6ea58989008','01a1852b-c280-7000-8019-f6ea58989008','recovery','recovery-20','b04ccad45a889fdaa569908b5fadf458ed18eb47f0707224438cd6639b25d057','2026-10-28','2026-10-28','H62010000003',2026,200000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-10-29T09:00:02+08:00','审核丙','2026-10-29T09:00:05+08:00','主管丁','2026-10-29T09:00:09+08:00',2026,27,'fa4ef033240eab7ff9903abe4e51add8e846097fca5d51c369e4a163a740acbb','78b9a8ae16fbb91b8d427b6527aa6386ba95a97d9fd4a7758990fb33ba8ee561','478846872f581ab6a1c6a6f24538f6c87b65d1085eb5bd2990ca4454e0830b2b');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-9268-7000-a664-070175491bc3','01a19eeb-9268-7000-a664-070175491bc3','period-end','period-end/2026-10/3001.01/expense','2a8307717929b1dc27ceb69c64228bff54e785d3218a3152f65110db4f56c795','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["5401.01:800000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:02+08:00','主管丁','2026-11-03T09:00:03+08:00','主管丁','2026-11-03T09:00:07+08:00',2026,28,'c86541ba17117e3c2e159c316e343d6ae9dbcb2817433d31a4bab713aff724c8','099a61b24fcc6ce169d0a16edb2ee740b170019375d967cb66a91d20f116e30b','4dcd57d55437d571067bc2974304a8ade2de9b83698a16679cfe5caed9c41811');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-9e20-7000-b37e-110107295e42','01a19eeb-9e20-7000-b37e-110107295e42','period-end','period-end/2026-10/3001.01/income','b9e5fc08321b58c45a9ae76a9d5039f8d7ba8eb1bf21a2057b3e06bf8f3cb8de','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["4501.01:200000"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:05+08:00','主管丁','2026-11-03T09:00:06+08:00','主管丁','2026-11-03T09:00:07+08:00',2026,29,'859eb70793bf80fcd60bb0d6948184ada164e7f6cbdf2574e899a4c36af4741f','57ff34c5de9190bc9ba24e96e1ff758f748e4d4220bf0fdf2646a25dd399eb79','64957d669cb5b440a2538656d6f2e0268616dd7b00e8dbf555c9f6ad4384c388');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2a80-7000-a344-0fb4cc667e97','01a29b43-2a80-7000-a344-0fb4cc667e97','repayment','还-1','4f83158e4ba6737c9659c2eb50903c1ac972cc2e56b0a9dfd1c6d01bdff53bd0','2026-12-20','2026-12-20','H62010000001',2026,25000000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-12-22T09:00:04+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:29+08:00',2026,30,'779e26436e442223811d44047814928dddb7746841db35e02be20dcd914468e9','2db5afd1371641736880c045615ddd1292924ba62b9eb46f3c1c124f8adf9e65','b32d27fccb8b652b9498a0d2e985c7cc92ba77341ab63b8b04077384371661f4');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2e68-7000-b67b-45f8cc0e95ee','01a29b43-2e68-7000-b67b-45f8cc0e95ee','repayment','还-2','0cd80f33b15a19c981c615333f0712b5c543393abf0d5344a2c7910ab8092ca7','2026-12-20','2026-12-20','H62010000002',2026,15000000,'',0,'{"to":"1004"}','rows.jsonl#2','制单乙','2026-12-22T09:00:05+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:29+08:00',2026,31,'8acacdbdc69295524e0538cf682729758c12c0c73e8294722e28d454a03a743d','bcc2bc45e0912eb12208fb018a923532750956d05609ed11e7149811fb6a7f56','26279a80f2527d22114d6b77251a9c91aa6a7954d7e497ce7bef06d4fe1c7b49');
INSERT INTO "event" VALUES('620100/employee','01a29b43-3250-7000-bb94-af6dd1020a15','01a29b43-3250-7000-bb94-af6dd1020a15','repayment','还-旧','3ce0445aedf9c20353b34d9e55aaac705526376f1d21feead751ce163385d6e4','2026-12-22','2026-12-22','H62010000001',2025,3000000,'',0,'{"to":"1004"}','rows.jsonl#3','制单乙','2026-12-22T09:00:06+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:29+08:00',2026,32,'b0470ca2489b6a5ce1451a5e9b4f6dccfd824fa6357d9a25d31bbd8952358866','e6f2e07f340a443cf62316e060c6ff5d31ca100eedc74f1c460a7cb483002e83','a12ef058b74cda86931c6d61661e01ede65d681537aa174164e26f7b05033cb1');
INSERT INTO "event" VALUES('620100/resident','01a29b43-45d8-7000-8213-cf75415af341','01a29b43-45d8-7000-8213-cf75415af341','repayment','还-居','d695d6c70388047a49f09d11f16c3f523ca27dda398cf95ae37422c79b0fc1c3','2026-12-20','2026-12-20','H62010000001',2026,8000000,'',0,'{"to":"1004"}','rows.jsonl#4','制单乙','2026-12-22T09:00:09+08:00','审核丙','2026-12-22T09:00:17+08:00','主管丁','2026-12-22T09:00:33+08:00',2026,6,'513354b1df12efc65612e74957cd08fe4ce3bd6704d9608d755aa328e17e0b83','e61144dffb90f03a94d23b5fdb27340dce75e3a50fba9798dfc03ad355b0b4b8','461be23536f5ebbef9c190afa0ea07a6f82babe5f9f4f3fec15a92d001c46398');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f','01a2bf4f-ae80-7000-8bd0-a7399ff3078f','settlement-offset','settlement-offset-25','6370bbcb6ac2d66b53bf1b801f09a98d3b2738666f2b448a29163c34c07cf19f','2026-12-28','2026-12-28','H62010000001',2026,4000000,'',0,'{"benefit":"inpatient","reason":"逾期未返还","settlement":"60000.00","settlement_month":"2026-11"}','rows.jsonl#1','制单乙','2026-12-29T09:00:03+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,33,'46e6dcea21f12cd0f8c082ddab57bbfea53421737906178f789ec076f8e2bc76','352f57c1d180115993461c438ad8c61ed71aaa7c44a8b7d967d75e67e7a76897','8b196e20ab2b692db8d11f3bcdf80047303acfe674c103e3f6cbabd2b3186386');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-b268-7000-9294-04b7582c18c9','01a2bf4f-b268-7000-9294-04b7582c18c9','remittance','remittance-26','ff225a413b7d0f8b9533a1998a294ef034fe7f1bec762b3afbc4e5221830bdc6','2026-12-29','2026-12-29','',0,30000000,'',0,'{}','rows.jsonl#2','制单乙','2026-12-29T09:00:04+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,34,'9621bfb218787a93ea3be014dbf2cdc18403d0518de65424f7720f6b2af4785f','0efaebe139bfebbdd6a17939b6ae5594a5d625e458fecff9e54a2d056dd82ace','020579e8147248ff79cd300259af35b8d632d987a441d6e21144046ff8bfa82d');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3a50-7000-996d-9d730492c4f5','01a2e35c-3a50-7000-996d-9d730492c4f5','confirmation-sent','对账函-20261231-H62010000001','661a409ce8891ec794036984702ddb8011a6a02d3d9a9abc9f66e168aef40365','2026-12-31','2026-12-31','H62010000001',0,0,'',0,'{"number":"对账20261231-职工-001","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2025|opening=30000.00|repayment=30000.00|balance=0.00","2026|disbursement=299000.00|repayment=250000.00|settlement_offset=40000.00|balance=9000.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:06+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,35,'b306c8dda6902469863546321b201540068fd74960617a7c5102970435610e52','9908593584c00bfe5e3286e74644547656ac2bdb9620a326dd4e0e78ebc4c6c5','745c470c333629ed07134d034e0583ee692d7a7b856c6852ff9cb05552b7896a');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3e38-7000-8242-c82e257e8454','01a2e35c-3e38-7000-8242-c82e257e8454','confirmation-sent','对账函-20261231-H62010000002','4f7843cc406e1248692af0083a6c9110026c946986a6628d083a4f2a67d71acf','2026-12-31','2026-12-31','H62010000002',0,0,'',0,'{"number":"对账20261231-职工-002","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=160000.00|payment_return=10000.00|repayment=150000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:07+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,36,'33f824b7a4ec4f83c783262a8a781e0646bdae0d652f25e739d7e329a12a46d5','c75972fafc8616f6ae9ec4d2b8cdee419407c34fb925463b32e03fbfb28f2c2b','bfcdc6d67a2eb3e2731ec231242a7f142c43f8a42a2c87a90af0218cae0d1e20');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-4220-7000-bd6e-e462b80599e9','01a2e35c-4220-7000-bd6e-e462b80599e9','confirmation-sent','对账函-20261231-H62010000003','bf943c3713ac65d52b3e6bb6f13f5b0744c58128460b878ecbaea5c0606ea37c','2026-12-31','2026-12-31','H62010000003',0,0,'',0,'{"number":"对账20261231-职工-003","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=8000.00|write_off=8000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:08+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,37,'0b0b03672ff8e395ae2d0a7f5c80d50a17aa269196241182270711c17b0f7da5','f7e45fcaf9cdca7595c8ea4c5c207208efc17a0929807825caf1af5b91eab888','c3d4322533c342154cef2c0859f0506512f6da862fe2c99fe03f21c652c2df2c');
INSERT INTO "event" VALUES('620100/employee','01a2eda8-ea80-7000-9b4e-7ad0ad9cedde','01a2eda8-ea80-7000-9b4e-7ad0ad9cedde','confirmation-answer','回函-对账函-20261231-H62010000001','ddf3562e12c014c9ee9aadea9f7b7ee23695abbc8d294861aca4e6b2576288b3','2027-01-06','2027-01-06','H62010000001',0,0,'',0,'{"answer":"agree","letter":"对账函-20261231-H62010000001"}','回函.csv#1','制单乙','2027-01-07T09:00:02+08:00','审核丙','2027-01-07T09:00:07+08:00','审核丙','2027-01-07T09:00:07+08:00',2027,1,'f3fb35cfe76ea11db194f1818fa1898da4d33e420f47c77e4b46b8c41dff4c71','e9b61d1aa0958d8067aa62a640eca0c65a6131e016de345b4ef8db6b638ded98','39f9b836c9af128adcf850edfea8a099e655acbd293634c1bcbe0a124f571220');
INSERT INTO "event" VALUES('620100/employee','01a2f2cf-4a68-7000-a85e-90d0f9c08fef','01a2f2cf-4a68-7000-a85e-90d0f9c08fef','period-end','period-end/2026-12/3001.01/expense','9b99a24affcab7f03033e9cbe9338dcdf45e23d0c45e881ac7df849cecc5c2e9','2026-12-31','2026-12-31','',0,0,'',0,'{"balances":["5001.01.01:6000000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2027-01-08T09:00:02+08:00','主管丁','2027-01-08T09:00:03+08:00','主管丁','2027-01-08T09:00:04+08:00',2026,38,'8fb5bf596148b94e4c248233de2f19417877aa68aca134e6592ff0f3d91c5136','d5d20923147e6b5d7d514bdb1488a6074b3b60b830475fea64373cf021747711','b4cc809c90b6b0c1de7e5bb425333469bd77030de3dd23596004dde44108a535');
INSERT INTO "event" VALUES('620100/resident','01a30242-6638-7000-ab31-9a956518093d','01a30242-6638-7000-ab31-9a956518093d','amend','还-居-更正','0f7eb1c28007b56665264c70616a7c07f1317ce479cc41e6905154fe6b881857','2027-01-11','2027-01-11','H62010000001',2026,7900000,'01a29b43-45d8-7000-8213-cf75415af341',0,'{"moves":["1101.01.H62010000001.2026>1004:100000"],"reason":"录错"}','','制单乙','2027-01-11T09:00:04+08:00','审核丙','2027-01-11T09:00:07+08:00','主管丁','2027-01-11T09:00:11+08:00',2027,1,'d8a800ebddcbc4485c7d2b1c97c032b46806249eefbcc0e807e02b3707c87b1f','f08804403fd9e52ca44787e586000e9c7dcb46a6453c2bd20e1e59d5c3a6b8c8','664a15c33c8d96a5b54078209f5ea9b6bcdfce3e449155b1c1580046abf5ffee');
INSERT INTO "event" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89','01a3309b-9680-7000-af32-66ba0f0c8a89','allocation','allocation-27','cf2f22914ae97e2b46595c22d535682286cef969d09643b3d032e769d8f727d2','2027-01-20','2027-01-20','',0,10000000,'',0,'{}','rows.jsonl#1','制单乙','2027-01-20T09:00:02+08:00','审核丙','2027-01-20T09:00:05+08:00','主管丁','2027-01-20T09:00:09+08:00',2027,2,'3f2227bbffb9637bf7c171c36038a3151a6fab2d201b3d7ae82e7da754327d82','d61154e06f82c2e638166023e34e63ca7e67b40e14b8998a5245c226e1d26093','c88ccdeee175c0d0eb370dee9662ed3bc9fa4e79faa68a556c43903b028631fe');
INSERT INTO "event" VALUES('620100/employee','01a3309b-c948-7000-8486-ca004e6f5a94','01a3309b-c948-7000-8486-ca004e6f5a94','agreement','agreement-5','28be432c30698fa28e5ae55dc8af22097a85b8ab13ce24b620c7a3996ffc9141','2027-01-02','2027-01-02','H62010000001',2027,0,'',0,'{}','','制单乙','2027-01-20T09:00:14+08:00','审核丙','2027-01-20T09:00:18+08:00','审核丙','2027-01-20T09:00:18+08:00',2027,3,'5392ef00ac7a9b732115251cc13c829bd24e6c94f8d271923c16650b2fc36233','343a35fea4c84ac615e54ba28c42c8c89d6667fd0e515e7a8b6134603aed8b3a','5231f3c2d4757d4c1366a0fb117398ea5f197c70957c3a53c60d15a38f6bf2b2');
INSERT INTO "event" VALUES('620100/employee','01a3309b-d118-7000-84e4-7e6edbc799b0','01a3309b-d118-7000-84e4-7e6edbc799b0','assessment','assessment-5','0d616db642c8a50f456b124a617526a61ec6ef449098140c2a0008a5d5592910','2027-01-02','2027-01-02','H62010000001',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-01-20T09:00:16+08:00','审核丙','2027-01-20T09:00:18+08:00','审核丙','2027-01-20T09:00:18+08:00',2027,4,'0480d6f4bb7dbd4464cddacc86077af03cee148e8f5af899458acd152b4cc172','27a2764126d7a13ecb149104de3dfc1d972d7937d97e5594f24f3e7fe4b62d89','dd01f44df92fbc3272034bcc5c80b5ced7b8cca3fa012e55fc1d0089ba22a2d3');
INSERT INTO "event" VALUES('620100/employee','01a3309b-e0b8-7000-bab3-04434f73fd94','01a3309b-e0b8-7000-bab3-04434f73fd94','disbursement','拨-27','6e1f502ceaf971957cb0624b55e8a9e1a5f5b67d7855d6794e29e285db6a9b86','2027-01-20','2027-01-20','H62010000001',2027,500000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-01-20T09:00:21+08:00','审核丙','2027-01-20T09:00:24+08:00','主管丁','2027-01-20T09:00:28+08:00',2027,5,'d01f2d08de8952e9c3575b338dc749540eeca5c1dc1b851872fee75770d6b23a','9efb8289c1d0a07adffd1b4ab2326eb140cee5c81b42b1082430a46cc709d111','a5bec095b58908559c1d6a360024f3334d6c22c7576733c2226b13c73988c37e');
INSERT INTO "event" VALUES('620100/employee','01a38301-98e8-7000-a7de-9f6bb43adc4f','01a38301-98e8-7000-a7de-9f6bb43adc4f','agreement','agreement-6','2a83bfea890606c5b96f41326f5a5bdd7185a3a8ddd4852e9dfd411b6e735440','2027-01-02','2027-02-01','H62010000003',2027,0,'',0,'{}','','制单乙','2027-02-05T09:00:18+08:00','审核丙','2027-02-05T09:00:22+08:00','审核丙','2027-02-05T09:00:22+08:00',2027,6,'cd00e3168fafe27d8b246c98b7f02f9a2e9b946151c69e2546cbf104754c3e70','ef89c60cd9585e3bb4d73cff96656d3091b791f96249f0464a23433b04484be6','3347b2870e39d263e1a4d08aaa30c994c002d30b6648455bcc7f8bb0ad187d9c');
INSERT INTO "event" VALUES('620100/employee','01a38301-a0b8-7000-8265-250382458cc8','01a38301-a0b8-7000-8265-250382458cc8','assessment','assessment-6','11792fa513d8ddf9db2e3932d1a96394322ac46b5636a9ccec4e41022bfd7aa7','2027-01-02','2027-02-01','H62010000003',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-02-05T09:00:20+08:00','审核丙','2027-02-05T09:00:22+08:00','审核丙','2027-02-05T09:00:22+08:00',2027,7,'c870e4e74a8de93a97be9a9ec38e13ff30bacdf771d64d1f7491466fc156eb18','03106eaf6e70aad1eddfbcc03c8f94d508e13fe85d9fe8e5f15e89e026c5ddf2','12ced5fc7838c6d6eb8165ec37aa70dd4cd4bd970e31dd3951425898ecf00789');
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
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-3870-7000-b119-1c56c324c985',1,'migration-sheet','migration-sheet-1','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-3c58-7000-ac88-8696008a05a6',1,'migration-sheet','migration-sheet-2','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-4040-7000-910b-8f507204e52d',1,'migration-sheet','migration-sheet-3','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-4428-7000-b351-1f8db8b6d8fe',1,'migration-sheet','migration-sheet-4','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',1,'funding-plan','funding-plan-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',2,'allocation-notice','allocation-notice-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',3,'bank-receipt','bank-receipt-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf',1,'migration-sheet','migration-sheet-6','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',1,'funding-plan','funding-plan-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',2,'allocation-notice','allocation-notice-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',3,'bank-receipt','bank-receipt-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-b0b3-5e26380208a9',1,'agreement','XY-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-1238-7000-bcf1-92bd75a89294',1,'assessment-decision','HD-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-25c0-7000-bb4b-e2764a2f20aa',1,'agreement','XY-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-2d90-7000-9aa2-b12e05805975',1,'assessment-decision','HD-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-4118-7000-baa4-2a3cd66b829e',1,'agreement','XY-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-48e8-7000-bb05-232d8e73ca47',1,'assessment-decision','HD-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-5c70-7000-8666-678fa46d6753',1,'agreement','XY-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-6440-7000-a847-51662f978d87',1,'assessment-decision','HD-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330',1,'payment-order','payment-order-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330',2,'bank-receipt','bank-receipt-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd',1,'payment-order','payment-order-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd',2,'bank-receipt','bank-receipt-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6',1,'payment-order','payment-order-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6',2,'bank-receipt','bank-receipt-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',1,'payment-order','payment-order-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',2,'bank-receipt','bank-receipt-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15',1,'bank-receipt','bank-receipt-13','2026-04-14','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc',1,'bank-receipt','bank-receipt-14','2026-04-16','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb',1,'bank-receipt','特-bank-receipt-1','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4',1,'bank-receipt','特-bank-receipt-2','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019eecd7-6680-7000-9601-3e4883868a29',1,'bank-receipt','bank-receipt-17','2026-06-21','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-bcc8-33556d14475b',1,'court-document','court-document-18','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-bcc8-33556d14475b',2,'government-approval','government-approval-18','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1611f-3e80-7000-bc39-90bd3328ad08',1,'recall-notice','recall-notice-19','2026-10-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-8019-f6ea58989008',1,'bank-receipt','bank-receipt-20','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-8019-f6ea58989008',2,'other','other-20','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2a80-7000-a344-0fb4cc667e97',1,'bank-receipt','bank-receipt-21','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2e68-7000-b67b-45f8cc0e95ee',1,'bank-receipt','bank-receipt-22','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-3250-7000-bb94-af6dd1020a15',1,'bank-receipt','bank-receipt-23','2026-12-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','01a29b43-45d8-7000-8213-cf75415af341',1,'bank-receipt','bank-receipt-24','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f',1,'settlement-sheet','settlement-sheet-25','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f',2,'offset-decision','offset-decision-25','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-b268-7000-9294-04b7582c18c9',1,'bank-receipt','bank-receipt-26','2026-12-29','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2eda8-ea80-7000-9b4e-7ad0ad9cedde',1,'confirmation-reply','回-1','2027-01-06','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89',1,'funding-plan','funding-plan-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89',2,'allocation-notice','allocation-notice-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89',3,'bank-receipt','bank-receipt-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c948-7000-8486-ca004e6f5a94',1,'agreement','XY-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-d118-7000-84e4-7e6edbc799b0',1,'assessment-decision','HD-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-e0b8-7000-bab3-04434f73fd94',1,'payment-order','payment-order-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-e0b8-7000-bab3-04434f73fd94',2,'bank-receipt','bank-receipt-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a38301-98e8-7000-a7de-9f6bb43adc4f',1,'agreement','XY-6','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a38301-a0b8-7000-8265-250382458cc8',1,'assessment-decision','HD-6','2027-01-02','',0,1,'','');
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
INSERT INTO "leg" VALUES('620100/employee','019b89bd-3870-7000-b119-1c56c324c985',1,1,'1003','3001.01',100000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-3c58-7000-ac88-8696008a05a6',1,1,'1004','3001.01',2000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-4040-7000-910b-8f507204e52d',1,1,'1101.01.H62010000001.2025','3001.01',3000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-4428-7000-b351-1f8db8b6d8fe',1,1,'3001.01','2001.01.CBAD1E65C',50000);
INSERT INTO "leg" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',1,1,'1004','1003',60000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf',1,1,'1003','3001',20000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',1,1,'1004','1003',20000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330',1,1,'1101.01.H62010000001.2026','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd',1,1,'1101.01.H62010000002.2026','1004',10000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0',1,1,'1101.01.H62010000003.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6',1,1,'1101.01.H62010000001.2026','1004',8000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57',1,1,'1101.01.H62010000003.2026','1004',-5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',1,1,'1101.01.H62010000002.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f',1,1,'1101.01.H62010000001.2026','1004',-100000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',1,1,'1101.01.H62010000002.2026','1004',1000000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15',1,1,'1004','2001.01.C2A40EBE9',80000);
INSERT INTO "leg" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc',1,1,'1004','1101.01.H62010000002.2026',1000000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb',1,1,'1101.01.H62010000003.2026','1004',700000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4',1,1,'1101.01.H62010000003.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','019eecd7-6680-7000-9601-3e4883868a29',1,1,'1004','4201.01.01',1234);
INSERT INTO "leg" VALUES('620100/employee','019f257d-5e68-7000-aeae-7e1ff5059285',1,1,'4201.01.01','3001.01',1234);
INSERT INTO "leg" VALUES('620100/employee','01a156d2-8680-7000-bcc8-33556d14475b',1,1,'5401.01','1101.01.H62010000003.2026',800000);
INSERT INTO "leg" VALUES('620100/employee','01a1852b-c280-7000-8019-f6ea58989008',1,1,'1004','4501.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-9268-7000-a664-070175491bc3',1,1,'3001.01','5401.01',800000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-9e20-7000-b37e-110107295e42',1,1,'4501.01','3001.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2a80-7000-a344-0fb4cc667e97',1,1,'1004','1101.01.H62010000001.2026',25000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2e68-7000-b67b-45f8cc0e95ee',1,1,'1004','1101.01.H62010000002.2026',15000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-3250-7000-bb94-af6dd1020a15',1,1,'1004','1101.01.H62010000001.2025',3000000);
INSERT INTO "leg" VALUES('620100/resident','01a29b43-45d8-7000-8213-cf75415af341',1,1,'1004','1101.01.H62010000001.2026',8000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f',2,1,'5001.01.01','1101.01.H62010000001.2026',4000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f',2,2,'5001.01.01','1004',2000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-b268-7000-9294-04b7582c18c9',1,1,'1003','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','01a2f2cf-4a68-7000-a85e-90d0f9c08fef',1,1,'3001.01','5001.01.01',6000000);
INSERT INTO "leg" VALUES('620100/resident','01a30242-6638-7000-ab31-9a956518093d',1,1,'1101.01.H62010000001.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89',1,1,'1004','1003',10000000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-e0b8-7000-bab3-04434f73fd94',1,1,'1101.01.H62010000001.2027','1004',500000);
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
INSERT INTO "opening" VALUES('620100/employee','1003',2027,70000000);
INSERT INTO "opening" VALUES('620100/employee','1004',2027,27581234);
INSERT INTO "opening" VALUES('620100/employee','1101.01.H62010000001.2026',2027,900000);
INSERT INTO "opening" VALUES('620100/employee','2001.01.C2A40EBE9',2027,-80000);
INSERT INTO "opening" VALUES('620100/employee','2001.01.CBAD1E65C',2027,-50000);
INSERT INTO "opening" VALUES('620100/employee','3001.01',2027,-98351234);
INSERT INTO "opening" VALUES('620100/resident','1004',2027,20000000);
INSERT INTO "opening" VALUES('620100/resident','3001',2027,-20000000);
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
INSERT INTO "operator" VALUES('主管辛');
INSERT INTO "operator" VALUES('出纳兼主管庚');
INSERT INTO "operator" VALUES('查询己');
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
INSERT INTO "operator_roles" VALUES('主管辛',1,'approver,chief','2026-01-05T00:00:32+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('出纳兼主管庚',1,'chief,cashier','2026-01-05T00:00:35+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('查询己',1,'viewer','2027-01-04T09:00:26+08:00','管理员甲');
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
INSERT INTO "operator_scope" VALUES('查询己',1,'620100/employee');
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
INSERT INTO "oplog" VALUES('-','019b89bd-24e8-7000-98f2-a0a3d5f4b3b2','2026-01-05T00:00:34+08:00','管理员甲','operator-add','主管辛','{"after":["approver","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bd-30a0-7000-a6e0-439d6ec9d286','2026-01-05T00:00:37+08:00','管理员甲','operator-add','出纳兼主管庚','{"after":["chief","cashier"],"before":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-5b98-7000-a5d5-75303a902931','2026-01-05T00:00:48+08:00','制单乙','record','rows.jsonl','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-6750-7000-868a-e3c7f1fd42a2','2026-01-05T00:00:51+08:00','审核丙','approve','opening-balance-1 … opening-balance-4（4 笔）','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-76f0-7000-9450-c464e6c3f339','2026-01-05T00:00:55+08:00','主管丁','post','opening-balance-1 … opening-balance-4（4 笔）','{"vouchers":4}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-de38-7000-a992-29f706839eb9','2026-01-10T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-e9f0-7000-8096-d04f8a9a021e','2026-01-10T09:00:07+08:00','审核丙','approve','allocation-5','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-f990-7000-b866-22b6f06c144a','2026-01-10T09:00:11+08:00','主管丁','post','allocation-5','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-14e8-7000-ae74-5e786c0fd4f5','2026-01-10T09:00:18+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-20a0-7000-a1c4-ae2f076f3787','2026-01-10T09:00:21+08:00','审核丙','approve','opening-balance-6 … allocation-7（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-3040-7000-b0e0-7a2338c0c8fd','2026-01-10T09:00:25+08:00','主管丁','post','opening-balance-6 … allocation-7（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-7a50-7000-bc1b-4ffb701966a0','2026-02-03T09:00:03+08:00','主管丁','close-month','2026-01','{"digest":"45ccee1438f2d8f1774e223245658e6b0ee0722a7dfaf8bc8fbe281ddbd31234"}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-89f0-7000-a362-0d227eed8d14','2026-02-03T09:00:07+08:00','主管丁','close-month','2026-01','{"digest":"0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e"}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-8a50-7000-961f-f4a03bab6c39','2026-03-03T09:00:03+08:00','主管丁','close-month','2026-02','{"digest":"1aedb71cbc259f6266206bdf091bc16fd348f846a36e640c6b201ac92bbb8bd5"}');
INSERT INTO "oplog" VALUES('620100/resident','019cb135-99f0-7000-ab51-7c8f3b1a11df','2026-03-03T09:00:07+08:00','主管丁','close-month','2026-02','{"digest":"c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99"}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-9af0-7000-be49-c3d3b8b333a8','2026-03-10T09:00:39+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-a2c0-7000-a00d-1a2db610a9f7','2026-03-10T09:00:41+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-ae78-7000-bde6-c5ebefba91fc','2026-03-10T09:00:44+08:00','审核丙','approve','拨-1 … 拨-3（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-ba30-7000-a07e-707d6c0f3459','2026-03-10T09:00:47+08:00','审核丙','approve','居-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-e910-7000-922f-aac44da98f1d','2026-03-10T09:00:59+08:00','主管丁','post','拨-1 … 拨-3（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-f8b0-7000-be4d-071a966baea1','2026-03-10T09:01:03+08:00','主管丁','post','居-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd543-0c38-7000-9ff5-8c45e1ea24c4','2026-03-10T09:01:08+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd543-17f0-7000-bc37-ed29d8a064df','2026-03-10T09:01:11+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d4bb4-5250-7000-992c-b4af815a47c5','2026-04-02T09:00:03+08:00','主管丁','close-month','2026-03','{"digest":"b8a7df4b37ea447a5fdc95189376b641634d5b10ec213ecef10cd9c8ba79b81e"}');
INSERT INTO "oplog" VALUES('620100/resident','019d4bb4-61f0-7000-b69c-451296c8da19','2026-04-02T09:00:07+08:00','主管丁','close-month','2026-03','{"digest":"d6f4c983ec5a448ae095200cc4c82821b38aa2fa0b6bb3bdaa4579fe56d324af"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-c1d8-7000-99df-db2fcc22af58','2026-04-03T09:00:08+08:00','制单乙','record','2026-03 记-0003','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-cd90-7000-aa8b-286b6a107b75','2026-04-03T09:00:11+08:00','审核丙','approve','拨-3-注销 … 拨-3-订正（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-dd30-7000-977e-f4f42c4a3698','2026-04-03T09:00:15+08:00','主管丁','post','拨-3-注销 … 拨-3-订正（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-f888-7000-b1a7-52f6b3fa7aa7','2026-04-03T09:00:22+08:00','制单乙','record','2026-03 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-0440-7000-af3e-ec14acab1a6b','2026-04-03T09:00:25+08:00','审核丙','approve','拨-1-差额','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-13e0-7000-8588-af5e5fec898f','2026-04-03T09:00:29+08:00','主管丁','post','拨-1-差额','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-0a08-7000-8a7a-0869c74803e3','2026-04-15T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-15c0-7000-b5c1-c41f855c3844','2026-04-15T09:00:09+08:00','审核丙','approve','拨-4 … suspense-13（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-2560-7000-97b6-a4b664ac5db9','2026-04-15T09:00:13+08:00','主管丁','post','拨-4 … suspense-13（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-ba38-7000-9e09-575a07923986','2026-04-17T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-c5f0-7000-93be-f2350b21fbac','2026-04-17T09:00:07+08:00','审核丙','approve','payment-return-14','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-d590-7000-b64a-92a8b410d93c','2026-04-17T09:00:11+08:00','主管丁','post','payment-return-14','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-2a38-7000-a500-d58397dae38d','2026-04-21T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-35f0-7000-a96b-01b664c2f2e3','2026-04-21T09:00:07+08:00','主管辛','approve','特-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-4590-7000-8aca-3fbc2b9c014e','2026-04-21T09:00:11+08:00','主管丁','post','特-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-5918-7000-80c9-8c93fb695ffb','2026-04-21T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-64d0-7000-8cc4-e04cc541013d','2026-04-21T09:00:19+08:00','出纳兼主管庚','approve','特-2','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-7470-7000-bae2-b2338a245e6b','2026-04-21T09:00:23+08:00','主管丁','post','特-2','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-8a50-7000-a317-fa3edc3bf364','2026-05-06T09:00:03+08:00','主管丁','close-month','2026-04','{"digest":"9088e9dc06e6a821222f9207ec4b7615eb9337f677da8d6bf2efa4f6fce3bb2f"}');
INSERT INTO "oplog" VALUES('620100/resident','019dfacc-99f0-7000-99e2-96a83b6fe507','2026-05-06T09:00:07+08:00','主管丁','close-month','2026-04','{"digest":"7f32b1e59ec5f75d9f5e49bf44ce413419e4d7592812daa00405b31ede02a068"}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7238-7000-b63c-cd06f3d4e711','2026-06-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7df0-7000-969c-0b3e93ea5c4e','2026-06-22T09:00:07+08:00','审核丙','approve','interest-17','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-8d90-7000-ba39-6d187589a82b','2026-06-22T09:00:11+08:00','主管丁','post','interest-17','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-9d30-7000-aa30-935044ef7feb','2026-06-22T09:00:15+08:00','主管丁','close-month','2026-05','{"digest":"3fc6881220d0984e77c7f1e0f8eeea4df3615aecb3a5ffc90b871dc7b9f0d893"}');
INSERT INTO "oplog" VALUES('620100/resident','019eecd7-acd0-7000-a6f8-f3b28c497c68','2026-06-22T09:00:19+08:00','主管丁','close-month','2026-05','{"digest":"7b6ed9c6b7115c23741321e185af7b06543f3f66350a24c7684995ca59cd5eb0"}');
INSERT INTO "oplog" VALUES('620100/employee','019f257d-71f0-7000-988e-5ef101762741','2026-07-03T09:00:07+08:00','主管丁','close-month','2026-06','{"digest":"4de72f7ae801cbe2dc3458e72c6b9d0bf864e25b61c18ed5beea6837868f014c"}');
INSERT INTO "oplog" VALUES('620100/resident','019f257d-8190-7000-b6d8-4121c89da11b','2026-07-03T09:00:11+08:00','主管丁','close-month','2026-06','{"digest":"7b10dce6e9ffda7a21bfe118fa949c52d561983f1f26bf6c034c4184dbbd9921"}');
INSERT INTO "oplog" VALUES('620100/employee','019fca48-e250-7000-bd18-eccdd20b5d59','2026-08-04T09:00:03+08:00','主管丁','close-month','2026-07','{"digest":"e325b170612f07c42c1819ff11af069bb6f89d2db7a7ffd3f4170abcf1b3cd73"}');
INSERT INTO "oplog" VALUES('620100/resident','019fca48-f1f0-7000-bc0f-b729e2dcaa37','2026-08-04T09:00:07+08:00','主管丁','close-month','2026-07','{"digest":"5728565c026ad0c0949b77e73d8a0d4161eef91f3e8bcc7462f23535a360cd3c"}');
INSERT INTO "oplog" VALUES('620100/employee','01a05fa1-4e50-7000-a0cc-cc86bd91a1b7','2026-09-02T09:00:03+08:00','主管丁','close-month','2026-08','{"digest":"340fb7fc6d16dbabd62a0efa607be287a2c7d114d16811fa0ac45b2063bdc807"}');
INSERT INTO "oplog" VALUES('620100/resident','01a05fa1-5df0-7000-8845-9f63cf23cae8','2026-09-02T09:00:07+08:00','主管丁','close-month','2026-08','{"digest":"ddd34eeed71963cb4c6f6ec05d59c8421f8dea6c802edf520dd86f6e82f453c9"}');
INSERT INTO "oplog" VALUES('620100/employee','01a11e2c-9a50-7000-b1c0-e01a84c81999','2026-10-09T09:00:03+08:00','主管丁','close-month','2026-09','{"digest":"75133d3cfa0577afba0fb40b67e614435dec56c7739c34e613e7a6a7b236ed80"}');
INSERT INTO "oplog" VALUES('620100/resident','01a11e2c-a9f0-7000-8d26-aba48fb5262c','2026-10-09T09:00:07+08:00','主管丁','close-month','2026-09','{"digest":"f751d789b55891a836ee71e01111eb03e9d94fb7e0941f6e6b1dff3505a8dc10"}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9238-7000-9eca-5f420e5e18ba','2026-10-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9df0-7000-9757-d5dbdeb8fc4c','2026-10-20T09:00:07+08:00','审核丙','approve','核-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-ad90-7000-a37b-4f2591eb79fa','2026-10-20T09:00:11+08:00','主管丁','post','核-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-4a38-7000-9a75-257781355c53','2026-10-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-5dc0-7000-b40d-f37f7c240d49','2026-10-22T09:00:09+08:00','审核丙','approve','收-1','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-7148-7000-9a85-ee6b5b569643','2026-10-22T09:00:14+08:00','主管丁','policy-choose','recovery_credit','{"before":"","reason":"局务会议定","value":"other_income"}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-ce38-7000-a291-27af89d9bf02','2026-10-29T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-d9f0-7000-b255-1ad09f9d0129','2026-10-29T09:00:07+08:00','审核丙','approve','recovery-20','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-e990-7000-9531-5b269cc9af4e','2026-10-29T09:00:11+08:00','主管丁','post','recovery-20','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-b1a8-7000-a8a9-eb873ac7652c','2026-11-03T09:00:10+08:00','主管丁','close-month','2026-10','{"digest":"7bc2182d450c3e4bbe0ac931bf8a822e4ab869a6bd5a04de98ab4411bc757c37"}');
INSERT INTO "oplog" VALUES('620100/resident','01a19eeb-c148-7000-a33f-97342d5db79b','2026-11-03T09:00:14+08:00','主管丁','close-month','2026-10','{"digest":"f2a47d7d1f9dd466e4c719bad190cd2665f27545a02f9c24a55cff6c56990be7"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2396a-5e50-7000-8b91-f703959f3a51','2026-12-03T09:00:03+08:00','主管丁','close-month','2026-11','{"digest":"266b592d164bb016b0d76a9f96a4f8edbf3b3767297c1adc3c156e12c87fcbe6"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2396a-6df0-7000-85dc-cc23dc6b13ab','2026-12-03T09:00:07+08:00','主管丁','close-month','2026-11','{"digest":"766438c38a56fe99cc4127444fdd7c7d3f8e3b6c9eea40a3349c5b49eaf54a42"}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-5190-7000-bc63-747bd77c96c0','2026-12-22T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-5960-7000-8482-4f49ac512b01','2026-12-22T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-6518-7000-b78e-976d154ed512','2026-12-22T09:00:16+08:00','审核丙','approve','还-1 … 还-旧（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-70d0-7000-9cfd-eea30445d656','2026-12-22T09:00:19+08:00','审核丙','approve','还-居','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-9fb0-7000-9131-6d1d3fe31d03','2026-12-22T09:00:31+08:00','主管丁','post','还-1 … 还-旧（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-af50-7000-b306-c30f1c07724e','2026-12-22T09:00:35+08:00','主管丁','post','还-居','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-c208-7000-8ab7-d56611cbc288','2026-12-29T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-cdc0-7000-9055-75fb28dd37eb','2026-12-29T09:00:09+08:00','审核丙','approve','settlement-offset-25 … remittance-26（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-dd60-7000-bcec-dfcc870266c4','2026-12-29T09:00:13+08:00','主管丁','post','settlement-offset-25 … remittance-26（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de35-edf0-7000-93f7-e386060cea63','2027-01-04T09:00:07+08:00','出纳戊','bank-import','12.csv','{"account":"1004","closing":"275797.34","doubled":[],"file":"12.csv","from":"2026-12-20","imported":6,"known":0,"newest_first":false,"opening":"165812.34","reversed_sides":false,"to":"2026-12-31"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-1500-7000-be82-e1468296f5ea','2027-01-04T09:00:17+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":6,"lines_open":1,"matched":5,"proposed":0,"rules":{"day":5},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-2888-7000-bdcb-caee3586fca7','2027-01-04T09:00:22+08:00','出纳戊','bank-adjust','调节表 1004-2026-12-1','{"bank_adjusted":"275812.34","book":"275812.34","book_adjusted":"275812.34","digest":"83de48bc2abcce40ad77512830b6d94aa37ea99ce938bf678e9e88f1e478c882","items":1,"other":"0.00","statement":"275797.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-3440-7000-9ba0-3e929b0bca16','2027-01-04T09:00:25+08:00','审核丙','bank-reconcile','调节表 1004-2026-12-1','{"account":"1004","adjusted":"275812.34","approved_at":"2027-01-04T09:00:23+08:00","approved_by":"审核丙","digest":"83de48bc2abcce40ad77512830b6d94aa37ea99ce938bf678e9e88f1e478c882","period":"2026-12","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('-','01a2de36-3ff8-7000-be6f-77a9d12982e4','2027-01-04T09:00:28+08:00','管理员甲','operator-add','查询己','{"after":["viewer"],"before":[],"books":["620100/employee"]}');
INSERT INTO "oplog" VALUES('-','01a2de36-4bb0-7000-8e6c-8725055455e8','2027-01-04T09:00:31+08:00','管理员甲','password-set','查询己','{"version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-55a8-7000-9c85-d53b2904acec','2027-01-05T09:00:10+08:00','制单乙','confirm-send','2026-12-31','{"letters":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-6930-7000-a067-5f29b46108cc','2027-01-05T09:00:15+08:00','审核丙','approve','对账函-20261231-H62010000001 … 对账函-20261231-H62010000003（3 笔）','{"drafts":3,"registers":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda8-f638-7000-b543-80258b7199cd','2027-01-07T09:00:04+08:00','制单乙','record','回函.csv','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda9-09c0-7000-be86-c6fc3879399b','2027-01-07T09:00:09+08:00','审核丙','approve','回函-对账函-20261231-H62010000001','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-61d8-7000-ac7b-b6bfcc3d5506','2027-01-08T09:00:08+08:00','主管丁','close-month','2026-12','{"digest":"31fcf5b1f56d1286725297fb66f76cbd4f81a18a8ba266452c8efd7c039bc04f"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-7178-7000-9cda-a51e843fdda7','2027-01-08T09:00:12+08:00','主管丁','close-month','2026-12','{"digest":"42ff69130ce4be238658b74285a1a4fded1fa0c63ad641af6cbf37b1d41e1780"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-8500-7000-a187-80bb39235bc0','2027-01-08T09:00:17+08:00','主管丁','close-year','2026','{"digest":"289e96321d6fdb9366efd5ce0c6c17a1898bb8b434bad382e49e48d5514b32d9","reason":"乡镇医院年底封账，改为面对","unconfirmed":["H62010000002","H62010000003"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-90b8-7000-81f6-fe49a6048457','2027-01-08T09:00:20+08:00','主管丁','close-year','2026','{"digest":"0444ce2ae0ac1bd2a93609ff9026044056ab5a8a1cd1f88171f2c1f59ce2035f","reason":"乡镇医院年底封账，改为面对","unconfirmed":["H62010000001"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-6e08-7000-b36a-ab10936aa40c','2027-01-11T09:00:06+08:00','制单乙','record','2026-12 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-79c0-7000-aa3a-8dfd523d2a54','2027-01-11T09:00:09+08:00','审核丙','approve','还-居-更正','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-8960-7000-9b48-7d33a185cc8e','2027-01-11T09:00:13+08:00','主管丁','post','还-居-更正','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-a238-7000-880b-320a4c717095','2027-01-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-adf0-7000-8d93-90cff7c882f4','2027-01-20T09:00:07+08:00','审核丙','approve','allocation-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-bd90-7000-8309-4280e023033d','2027-01-20T09:00:11+08:00','主管丁','post','allocation-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-ec70-7000-9310-7670f07534fe','2027-01-20T09:00:23+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-f828-7000-8a20-11e4be6c6fe9','2027-01-20T09:00:26+08:00','审核丙','approve','拨-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309c-07c8-7000-a427-fd256a8a43ef','2027-01-20T09:00:30+08:00','主管丁','post','拨-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309c-1768-7000-b66f-0765e0f3a7ef','2027-01-20T09:00:34+08:00','出纳戊','bank-import','1.csv','{"account":"1004","closing":"370797.34","doubled":[],"file":"1.csv","from":"2027-01-20","imported":2,"known":0,"newest_first":false,"opening":"275797.34","reversed_sides":false,"to":"2027-01-20"}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309c-32c0-7000-b9a6-eb8af652d008','2027-01-20T09:00:41+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":3,"lines_open":1,"matched":2,"proposed":0,"rules":{"day":2},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-5e50-7000-9d7e-9b7691fde85c','2027-02-05T09:00:03+08:00','出纳戊','bank-adjust','调节表 1004-2027-01-1','{"bank_adjusted":"370812.34","book":"370812.34","book_adjusted":"370812.34","digest":"48fd611b1ba5aaaf92448d0901789884198de8c1c5b41d10dcbe1ddf6fdd1915","items":1,"other":"0.00","statement":"370797.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-6a08-7000-b4fc-87732be88b46','2027-02-05T09:00:06+08:00','审核丙','bank-reconcile','调节表 1004-2027-01-1','{"account":"1004","adjusted":"370812.34","approved_at":"2027-02-05T09:00:04+08:00","approved_by":"审核丙","digest":"48fd611b1ba5aaaf92448d0901789884198de8c1c5b41d10dcbe1ddf6fdd1915","period":"2027-01","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-7d90-7000-b7ac-3819de26e655','2027-02-05T09:00:11+08:00','主管丁','close-month','2027-01','{"digest":"0656af490256b14d6319c40ab4503a1c0cae92bc72e19a111b2f34d9e865da9f"}');
INSERT INTO "oplog" VALUES('620100/resident','01a38301-8d30-7000-b1eb-cd89f9495568','2027-02-05T09:00:15+08:00','主管丁','close-month','2027-01','{"digest":"75f18338aeda602aabb814a7d3c0710315bade775d37d1beea6439cff811983e"}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-bc10-7000-8656-6e7b58d07674','2027-02-05T09:00:27+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
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
INSERT INTO "period" VALUES('620100/employee','2026-03',3);
INSERT INTO "period" VALUES('620100/resident','2026-03',1);
INSERT INTO "period" VALUES('620100/employee','2026-04',8);
INSERT INTO "period" VALUES('620100/employee','2026-06',2);
INSERT INTO "period" VALUES('620100/employee','2026-10',4);
INSERT INTO "period" VALUES('620100/employee','2026-12',6);
INSERT INTO "period" VALUES('620100/resident','2026-12',1);
INSERT INTO "period" VALUES('620100/resident','2027-01',1);
INSERT INTO "period" VALUES('620100/employee','2027-01',2);
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
INSERT INTO "policy_value" VALUES('620100/employee','recovery_credit',1,'"other_income"','本单位选定（2026-10-22 主管丁）','choice','2026-10-22','局务会议定','主管丁','2026-10-22T09:00:12+08:00');
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
INSERT INTO "seal" VALUES('620100/employee','2026-01',1,1,60000000,60000000,'606b276c3f89986b7d57cc5873859f90480374e3f8e2b6f598651fdc44f37d24','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'c4801c2a8de55f04102f7d29cec4ecd8012b32ec2f23bf6e435e27089402ac8f','','45ccee1438f2d8f1774e223245658e6b0ee0722a7dfaf8bc8fbe281ddbd31234','主管丁','2026-02-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-01',1,1,20000000,20000000,'a705e82f3f1b48cd4c2fe7b37cdd79fbb80255a82dce623bedd50893b08e50c0','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240','','0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e','主管丁','2026-02-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-02',0,0,0,0,'448d8afbd6b05f695078d03959457956cdb244b7bc5a33f823369d5865642ac4','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'c4801c2a8de55f04102f7d29cec4ecd8012b32ec2f23bf6e435e27089402ac8f','45ccee1438f2d8f1774e223245658e6b0ee0722a7dfaf8bc8fbe281ddbd31234','1aedb71cbc259f6266206bdf091bc16fd348f846a36e640c6b201ac92bbb8bd5','主管丁','2026-03-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-02',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240','0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e','c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99','主管丁','2026-03-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-03',3,9,45000000,45000000,'b71aae0a9f71bc86c5333514f3b371c0e5f028c66e0efb7ebd6f8fd8e3eb9006','8add50b925ebad7cd53f2d0dfafdb4eab6eee0bdcebbdcc3210cff0292284224',14,'01ceeca857f3d9a67554db051d9d4864f69230e8c92061a42b528572edb537c7','1aedb71cbc259f6266206bdf091bc16fd348f846a36e640c6b201ac92bbb8bd5','b8a7df4b37ea447a5fdc95189376b641634d5b10ec213ecef10cd9c8ba79b81e','主管丁','2026-04-02T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-03',1,3,8000000,8000000,'004e26444f97fd0a710e848ca8d29b204c680417e4b28a10bf8344ab3d35f28e','edcce7fe6159bca3d14f87503b670ee2b51eb007c8abed16e17b6f1ccfd6461e',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99','d6f4c983ec5a448ae095200cc4c82821b38aa2fa0b6bb3bdaa4579fe56d324af','主管丁','2026-04-02T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-04',8,8,2780000,2780000,'5532612a4fefe31571d2a9d66ff7abe5c6bac44c18820523f4a15f280d85b92d','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',22,'4234d832056f0ed096c774b763f0ec5e360049cae0ae7ec17ac8f1067cefca82','b8a7df4b37ea447a5fdc95189376b641634d5b10ec213ecef10cd9c8ba79b81e','9088e9dc06e6a821222f9207ec4b7615eb9337f677da8d6bf2efa4f6fce3bb2f','主管丁','2026-05-06T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-04',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','d6f4c983ec5a448ae095200cc4c82821b38aa2fa0b6bb3bdaa4579fe56d324af','7f32b1e59ec5f75d9f5e49bf44ce413419e4d7592812daa00405b31ede02a068','主管丁','2026-05-06T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-05',0,0,0,0,'4d0155baf3fd4a532b3f10048d24ff441b8b8e53bf105f8b09d68a8fafde9c54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',23,'f762a532aa08e715bb10e90e7013ff0bc8cffeac71f1892aa26cc22b10e46839','9088e9dc06e6a821222f9207ec4b7615eb9337f677da8d6bf2efa4f6fce3bb2f','3fc6881220d0984e77c7f1e0f8eeea4df3615aecb3a5ffc90b871dc7b9f0d893','主管丁','2026-06-22T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-05',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','7f32b1e59ec5f75d9f5e49bf44ce413419e4d7592812daa00405b31ede02a068','7b6ed9c6b7115c23741321e185af7b06543f3f66350a24c7684995ca59cd5eb0','主管丁','2026-06-22T09:00:17+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-06',2,2,2468,2468,'038fb474731a320c75a519424c4ba80c6dc2b8632beb087c8cf727137c1e1bb8','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'7067893f3939bf22fa011b287cf10a8c7ac380cf3a5e40d7944bd814a93edb6a','3fc6881220d0984e77c7f1e0f8eeea4df3615aecb3a5ffc90b871dc7b9f0d893','4de72f7ae801cbe2dc3458e72c6b9d0bf864e25b61c18ed5beea6837868f014c','主管丁','2026-07-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-06',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','7b6ed9c6b7115c23741321e185af7b06543f3f66350a24c7684995ca59cd5eb0','7b10dce6e9ffda7a21bfe118fa949c52d561983f1f26bf6c034c4184dbbd9921','主管丁','2026-07-03T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-07',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'7067893f3939bf22fa011b287cf10a8c7ac380cf3a5e40d7944bd814a93edb6a','4de72f7ae801cbe2dc3458e72c6b9d0bf864e25b61c18ed5beea6837868f014c','e325b170612f07c42c1819ff11af069bb6f89d2db7a7ffd3f4170abcf1b3cd73','主管丁','2026-08-04T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-07',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','7b10dce6e9ffda7a21bfe118fa949c52d561983f1f26bf6c034c4184dbbd9921','5728565c026ad0c0949b77e73d8a0d4161eef91f3e8bcc7462f23535a360cd3c','主管丁','2026-08-04T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-08',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'7067893f3939bf22fa011b287cf10a8c7ac380cf3a5e40d7944bd814a93edb6a','e325b170612f07c42c1819ff11af069bb6f89d2db7a7ffd3f4170abcf1b3cd73','340fb7fc6d16dbabd62a0efa607be287a2c7d114d16811fa0ac45b2063bdc807','主管丁','2026-09-02T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-08',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','5728565c026ad0c0949b77e73d8a0d4161eef91f3e8bcc7462f23535a360cd3c','ddd34eeed71963cb4c6f6ec05d59c8421f8dea6c802edf520dd86f6e82f453c9','主管丁','2026-09-02T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-09',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'7067893f3939bf22fa011b287cf10a8c7ac380cf3a5e40d7944bd814a93edb6a','340fb7fc6d16dbabd62a0efa607be287a2c7d114d16811fa0ac45b2063bdc807','75133d3cfa0577afba0fb40b67e614435dec56c7739c34e613e7a6a7b236ed80','主管丁','2026-10-09T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-09',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','ddd34eeed71963cb4c6f6ec05d59c8421f8dea6c802edf520dd86f6e82f453c9','f751d789b55891a836ee71e01111eb03e9d94fb7e0941f6e6b1dff3505a8dc10','主管丁','2026-10-09T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-10',4,5,2000000,2000000,'117e156fb3cabb3d12c064a64f40e6b0e80746f682653c5647cf6c77912c84f3','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',29,'64957d669cb5b440a2538656d6f2e0268616dd7b00e8dbf555c9f6ad4384c388','75133d3cfa0577afba0fb40b67e614435dec56c7739c34e613e7a6a7b236ed80','7bc2182d450c3e4bbe0ac931bf8a822e4ab869a6bd5a04de98ab4411bc757c37','主管丁','2026-11-03T09:00:08+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-10',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','f751d789b55891a836ee71e01111eb03e9d94fb7e0941f6e6b1dff3505a8dc10','f2a47d7d1f9dd466e4c719bad190cd2665f27545a02f9c24a55cff6c56990be7','主管丁','2026-11-03T09:00:12+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-11',0,0,0,0,'10caf1e657efac7e9f7c3f0bac882366819c68ed1f3b35158567d33dcbda6195','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',29,'64957d669cb5b440a2538656d6f2e0268616dd7b00e8dbf555c9f6ad4384c388','7bc2182d450c3e4bbe0ac931bf8a822e4ab869a6bd5a04de98ab4411bc757c37','266b592d164bb016b0d76a9f96a4f8edbf3b3767297c1adc3c156e12c87fcbe6','主管丁','2026-12-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-11',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'88672540852aa8d88a33c273c37b2a42737cbc13d5bef55ba8e4a4da2416040d','f2a47d7d1f9dd466e4c719bad190cd2665f27545a02f9c24a55cff6c56990be7','766438c38a56fe99cc4127444fdd7c7d3f8e3b6c9eea40a3349c5b49eaf54a42','主管丁','2026-12-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-12',6,9,85000000,85000000,'802e475de0465fc7f9513f608e0ae44e57502d093aa37bb133e53550eee4a61d','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',38,'b4cc809c90b6b0c1de7e5bb425333469bd77030de3dd23596004dde44108a535','266b592d164bb016b0d76a9f96a4f8edbf3b3767297c1adc3c156e12c87fcbe6','31fcf5b1f56d1286725297fb66f76cbd4f81a18a8ba266452c8efd7c039bc04f','主管丁','2027-01-08T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-12',1,1,8000000,8000000,'8b63a7cd9c7566b0996d28e3f0b9c43ef475698d6d7d6775cfd5e78aedd6267a','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',6,'461be23536f5ebbef9c190afa0ea07a6f82babe5f9f4f3fec15a92d001c46398','766438c38a56fe99cc4127444fdd7c7d3f8e3b6c9eea40a3349c5b49eaf54a42','42ff69130ce4be238658b74285a1a4fded1fa0c63ad641af6cbf37b1d41e1780','主管丁','2027-01-08T09:00:10+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-13',0,0,0,0,'c933d7d02a1038e029f8d0da28fb0ecae945d2540b5a264f3c22b9a37ac10b54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',38,'b4cc809c90b6b0c1de7e5bb425333469bd77030de3dd23596004dde44108a535','31fcf5b1f56d1286725297fb66f76cbd4f81a18a8ba266452c8efd7c039bc04f','289e96321d6fdb9366efd5ce0c6c17a1898bb8b434bad382e49e48d5514b32d9','主管丁','2027-01-08T09:00:15+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-13',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',6,'461be23536f5ebbef9c190afa0ea07a6f82babe5f9f4f3fec15a92d001c46398','42ff69130ce4be238658b74285a1a4fded1fa0c63ad641af6cbf37b1d41e1780','0444ce2ae0ac1bd2a93609ff9026044056ab5a8a1cd1f88171f2c1f59ce2035f','主管丁','2027-01-08T09:00:18+08:00');
INSERT INTO "seal" VALUES('620100/employee','2027-01',2,5,10500000,10500000,'0b0e932d0a5e46224053d4ed807444689a658fb7e06963668b85e1f1508bccb3','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a5bec095b58908559c1d6a360024f3334d6c22c7576733c2226b13c73988c37e','289e96321d6fdb9366efd5ce0c6c17a1898bb8b434bad382e49e48d5514b32d9','0656af490256b14d6319c40ab4503a1c0cae92bc72e19a111b2f34d9e865da9f','主管丁','2027-02-05T09:00:08+08:00');
INSERT INTO "seal" VALUES('620100/resident','2027-01',1,1,100000,100000,'d8d2732ad31ba2eb8d248ebea7995f41f490a30183059548c867311b1b92dadd','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',1,'664a15c33c8d96a5b54078209f5ea9b6bcdfce3e449155b1c1580046abf5ffee','0444ce2ae0ac1bd2a93609ff9026044056ab5a8a1cd1f88171f2c1f59ce2035f','75f18338aeda602aabb814a7d3c0710315bade775d37d1beea6439cff811983e','主管丁','2027-02-05T09:00:13+08:00');
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
INSERT INTO "signature" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330','cashier','出纳戊','2026-03-10T09:01:06+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd','cashier','出纳戊','2026-03-10T09:01:06+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0','cashier','出纳戊','2026-03-10T09:01:06+08:00');
INSERT INTO "signature" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6','cashier','出纳戊','2026-03-10T09:01:09+08:00');
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
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-03',0,45000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2026','2026-03',30000000,0);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000002.2026','2026-03',10000000,0);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000003.2026','2026-03',5000000,0);
INSERT INTO "turnover" VALUES('620100/resident','1004','2026-03',0,8000000);
INSERT INTO "turnover" VALUES('620100/resident','1101.01.H62010000001.2026','2026-03',8000000,0);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-04',1080000,1700000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000002.2026','2026-04',6000000,1000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000003.2026','2026-04',-4200000,0);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2026','2026-04',-100000,0);
INSERT INTO "turnover" VALUES('620100/employee','2001.01.C2A40EBE9','2026-04',0,80000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-06',1234,0);
INSERT INTO "turnover" VALUES('620100/employee','4201.01.01','2026-06',1234,1234);
INSERT INTO "turnover" VALUES('620100/employee','3001.01','2026-06',0,1234);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000003.2026','2026-10',0,800000);
INSERT INTO "turnover" VALUES('620100/employee','5401.01','2026-10',800000,800000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-10',200000,0);
INSERT INTO "turnover" VALUES('620100/employee','4501.01','2026-10',200000,200000);
INSERT INTO "turnover" VALUES('620100/employee','3001.01','2026-10',800000,200000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-12',43000000,32000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2025','2026-12',0,3000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2026','2026-12',0,29000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000002.2026','2026-12',0,15000000);
INSERT INTO "turnover" VALUES('620100/resident','1004','2026-12',8000000,0);
INSERT INTO "turnover" VALUES('620100/resident','1101.01.H62010000001.2026','2026-12',0,8000000);
INSERT INTO "turnover" VALUES('620100/employee','1003','2026-12',30000000,0);
INSERT INTO "turnover" VALUES('620100/employee','5001.01.01','2026-12',6000000,6000000);
INSERT INTO "turnover" VALUES('620100/employee','3001.01','2026-12',6000000,0);
INSERT INTO "turnover" VALUES('620100/resident','1004','2027-01',0,100000);
INSERT INTO "turnover" VALUES('620100/resident','1101.01.H62010000001.2026','2027-01',100000,0);
INSERT INTO "turnover" VALUES('620100/employee','1003','2027-01',0,10000000);
INSERT INTO "turnover" VALUES('620100/employee','1004','2027-01',10000000,500000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2027','2027-01',500000,0);
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
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-3870-7000-b119-1c56c324c985','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-3c58-7000-ac88-8696008a05a6','2026-00',2,'opening-balance','期初：支出户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-4040-7000-910b-8f507204e52d','2026-00',3,'opening-balance','期初：城关示范医院2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-4428-7000-b351-1f8db8b6d8fe','2026-00',4,'opening-balance','期初：暂收款来历不明的汇款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-5）',1,3);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-7）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-73e0-7000-ae50-19fbfe175330','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-77c8-7000-92f8-0f6cdc2574bd','2026-03',2,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-7bb0-7000-af8f-b7021ef2a4f0','2026-03',3,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/resident','019cd542-8f38-7000-b951-1b75552b82f6','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','2026-04',1,'disbursement','注销2026年3月10日记-0003号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','2026-04',2,'disbursement','订正2026年3月10日记-0003号凭证：拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','2026-04',3,'disbursement','调减2026年3月10日记-0001号凭证金额 1,000.00',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16','2026-04',4,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15','2026-04',5,'suspense','暂收来款待查来款待查',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc','2026-04',6,'payment-return','安宁示范医院2026年度医保预付金退汇（原拨付拨-4）',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb','2026-04',7,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4','2026-04',8,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019eecd7-6680-7000-9601-3e4883868a29','2026-06',1,'interest','支出户2026年6月结息',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019f257d-5e68-7000-aeae-7e1ff5059285','2026-06',2,'period-end','结转2026年6月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a156d2-8680-7000-bcc8-33556d14475b','2026-10',1,'write-off','核销榆中示范卫生院2026年度医保预付金（court-document-18；government-approval-18）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a1852b-c280-7000-8019-f6ea58989008','2026-10',2,'recovery','收回已核销的榆中示范卫生院2026年度医保预付金（other-20）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-9268-7000-a664-070175491bc3','2026-10',3,'period-end','结转2026年10月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-9e20-7000-b37e-110107295e42','2026-10',4,'period-end','结转2026年10月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2a80-7000-a344-0fb4cc667e97','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2e68-7000-b67b-45f8cc0e95ee','2026-12',2,'repayment','安宁示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-3250-7000-bb94-af6dd1020a15','2026-12',3,'repayment','城关示范医院返还2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/resident','01a29b43-45d8-7000-8213-cf75415af341','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-ae80-7000-8bd0-a7399ff3078f','2026-12',4,'settlement-offset','城关示范医院结算单settlement-sheet-25冲抵2026年度医保预付金（offset-decision-25）',2,2);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-b268-7000-9294-04b7582c18c9','2026-12',5,'remittance','上解2026年收回的医保预付金至财政专户',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2f2cf-4a68-7000-a85e-90d0f9c08fef','2026-12',6,'period-end','结转2026年12月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/resident','01a30242-6638-7000-ab31-9a956518093d','2027-01',1,'repayment','更正2026年12月20日记-0001号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-9680-7000-af32-66ba0f0c8a89','2027-01',1,'allocation','财政拨入2027年度医保预付金（用款计划funding-plan-27）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-e0b8-7000-bab3-04434f73fd94','2027-01',2,'disbursement','拨付城关示范医院2027年度医保预付金',1,2);
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
