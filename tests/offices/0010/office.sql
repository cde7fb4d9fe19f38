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
INSERT INTO "alembic_version" VALUES('0010');
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
INSERT INTO "bank_approval" VALUES('620100/employee','1004','2026-12',1,'出纳戊','审核丙','2027-01-04T09:00:25+08:00');
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
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-da68-7000-93f7-e386060cea63','1004',1,1,'2026-12-20','in',25000000,41631234,'D1','','返还','城关示范医院','622210000001','2026-12-20|D1','12.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-de50-7000-95f9-52b362f5680c','1004',2,2,'2026-12-20','in',15000000,56631234,'D2','','返还','安宁示范医院','622210000002','2026-12-20|D2','12.csv#3');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e238-7000-b2f4-fd786bc15385','1004',3,3,'2026-12-22','in',3000000,59631234,'D3','','返还周转金','城关示范医院','622210000001','2026-12-22|D3','12.csv#4');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e620-7000-9089-f7883023580c','1004',4,4,'2026-12-28','out',2000000,57631234,'D4','','结算','城关示范医院','622210000001','2026-12-28|D4','12.csv#5');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-ea08-7000-9038-a8821bd7ce73','1004',5,5,'2026-12-29','out',30000000,27631234,'D5','','上解','兰州市财政局','','2026-12-29|D5','12.csv#6');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-edf0-7000-aeba-d069e65a8149','1004',6,6,'2026-12-31','out',1500,27629734,'D6','','手续费','','','2026-12-31|D6','12.csv#7');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309b-f828-7000-98f6-c07faa7c314b','1004',7,7,'2027-01-20','in',10000000,37629734,'J1','','拨款','兰州市财政局','','2027-01-20|J1','1.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309b-fc10-7000-a043-4b8c4bcb6b22','1004',8,8,'2027-01-20','out',500000,37129734,'J2','','拨付','城关示范医院','622210000001','2027-01-20|J2','1.csv#3');
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
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7',1,'1004','match','day','金额、日期相同，摘要或户名有“上解”',1,'出纳戊','2027-01-04T09:00:12+08:00','f74ed9e7df219279aeda4424dd31da0560f9541f0b08a08f7548506636268717');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16',2,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:12+08:00','cb50ca60716dcfd780a3f9bc5dab3ecf049b8f004a0aef1b24fc51b90944ef2d');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4',3,'1004','match','day','金额、日期相同，对方账号 622210000001 相同',1,'出纳戊','2027-01-04T09:00:12+08:00','0437dabfe295c0e716d117f051b0c01d19ac56cad64513f69f96521a563643b8');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-1500-7000-8e6c-8725055455e8',4,'1004','match','day','金额、日期相同，对方账号 622210000002 相同',1,'出纳戊','2027-01-04T09:00:12+08:00','0d1ab5efc1eb1a81a84ced6cacaad10da7c00b1c74888ffbcc7f73674cbcb133');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-18e8-7000-996d-9d730492c4f5',5,'1004','match','day','金额、日期相同，对方账号 622210000001 相同',1,'出纳戊','2027-01-04T09:00:12+08:00','a957320e52c6777d184aca834b3aca747c781d1061de44d094ba72398507a7e9');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-1768-7000-a72d-1c695349da48',6,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-20T09:00:32+08:00','3a243826cdf54ec29a201df508268c1e6d6c8dd1d41d0b8db9f655e887f71ca1');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-1b50-7000-99bf-b021df229650',7,'1004','match','day','金额、日期相同，摘要或户名有“财政”',1,'出纳戊','2027-01-20T09:00:32+08:00','d43efbedd04bd5b827d90bdd21366e02452a6a5250b3d1105ceb51c29df618c8');
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
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7','01a2de35-ea08-7000-9038-a8821bd7ce73',-30000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16','01a2de35-e620-7000-9089-f7883023580c',-2000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4','01a2de35-e238-7000-b2f4-fd786bc15385',3000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-1500-7000-8e6c-8725055455e8','01a2de35-de50-7000-95f9-52b362f5680c',15000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-18e8-7000-996d-9d730492c4f5','01a2de35-da68-7000-93f7-e386060cea63',25000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-1768-7000-a72d-1c695349da48','01a3309b-fc10-7000-a043-4b8c4bcb6b22',-500000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-1b50-7000-99bf-b021df229650','01a3309b-f828-7000-98f6-c07faa7c314b',10000000);
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
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7','01a2bf4f-b268-7000-92d8-f83bb62ac1fe',-30000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16','01a2bf4f-ae80-7000-a97c-279845ddb87d',-2000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4','01a29b43-3250-7000-9131-6d1d3fe31d03',3000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-1500-7000-8e6c-8725055455e8','01a29b43-2e68-7000-91ff-205ac16e2284',15000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-18e8-7000-996d-9d730492c4f5','01a29b43-2a80-7000-b043-ea9003ba33db',25000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-1768-7000-a72d-1c695349da48','01a3309b-c560-7000-b961-554bac954ab5',-500000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-1b50-7000-99bf-b021df229650','01a3309b-9680-7000-8265-250382458cc8',10000000);
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
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2026-12',1,1,27629734,27631234,0,27631234,'{"account":"1004","bank":"示范银行","bank_adjusted":"276312.34","bank_number":"1004001","book":"276312.34","book_adjusted":"276312.34","exclusive":true,"general":"276312.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-edf0-7000-aeba-d069e65a8149","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2026-12","settled":[],"settled_since":null,"statement":"276297.34","statement_digest":"12366548ef4b8d71f6da5484fda2d9bdcb56438dfc52e1cde52f45522a212af5","statement_lines":6,"statement_until":"2026-12-31"}','6f78dda028918014f5a616ab35d574278840c68c4b41167e8e1590a5e422035d','出纳戊','2027-01-04T09:00:22+08:00');
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2027-01',1,1,37129734,37131234,0,37131234,'{"account":"1004","bank":"示范银行","bank_adjusted":"371312.34","bank_number":"1004001","book":"371312.34","book_adjusted":"371312.34","exclusive":true,"general":"371312.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-edf0-7000-aeba-d069e65a8149","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2027-01","settled":[],"settled_since":"2026-12","statement":"371297.34","statement_digest":"ed8de316ed3f8cec5acc82daa0b8fa5aa4d656d2f5c441437fc5da73f8dd5c82","statement_lines":8,"statement_until":"2027-01-20"}','f41a679b01f75b401de2f3ac494949916b5bd7b0fa2d3e5bc03bd94c60d70e19','出纳戊','2027-02-05T09:00:01+08:00');
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
INSERT INTO "control" VALUES('620100/employee',0);
INSERT INTO "control" VALUES('620100/resident',0);
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
INSERT INTO "correction" VALUES('620100/employee','019d50da-b238-7000-b69c-451296c8da19','019cd542-0e50-7000-b951-1b75552b82f6','red');
INSERT INTO "correction" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57','019cd542-0e50-7000-b951-1b75552b82f6','blue');
INSERT INTO "correction" VALUES('620100/employee','019d50da-f0b8-7000-977e-f4f42c4a3698','019cd542-0680-7000-92f8-0f6cdc2574bd','difference');
INSERT INTO "correction" VALUES('620100/employee','019d50db-2768-7000-8588-af5e5fec898f','019cd542-0680-7000-92f8-0f6cdc2574bd','difference');
INSERT INTO "correction" VALUES('620100/resident','01a30242-9130-7000-b4fc-87732be88b46','01a29b43-45d8-7000-b306-c30f1c07724e','amend');
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
INSERT INTO "credential" VALUES('查询己',1,'$argon2id$v=19$m=65536,t=3,p=4$GSvlgF04dLCUXYzwRK4qbg$qnfyWRcN1meTQgUX2+TSvwecktL0Bzi8xSNUW4/98ng','管理员甲','2027-01-04T09:00:31+08:00');
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
INSERT INTO "draft" VALUES('620100/employee','01a38301-bc10-7000-910e-eab136891eeb','01a38301-bc10-7000-910e-eab136891eeb','disbursement','拨-28','1064d462691dd0da9b16d4f821ed95522d85a42d4a14289a82d95eec8e3ffb5e','2027-02-02','2027-02-02','H62010000003',2027,600000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-02-05T09:00:28+08:00','[{"date":"2027-02-02","number":"payment-order-29","sheets":"1","type":"payment-order"},{"date":"2027-02-02","number":"bank-receipt-29","sheets":"1","type":"bank-receipt"}]','','');
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
INSERT INTO "event" VALUES('620100/employee','019b90d1-6a50-7000-a6e0-439d6ec9d286','019b90d1-6a50-7000-a6e0-439d6ec9d286','agreement','agreement-1','73e2b19cd9e12e782e5c7d57dd4ffab50ca5fcf102e175233a292f89b623b70f','2026-01-02','2026-01-02','H62010000001',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:03+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,1,'7ceb0e729f90197fc16f2c81f7f6fa4b043029a855dce150b03ce09af78238d4','e1ea67665d236b13dce3002c69a1fecce710865da86c41c5c45a315e6e7bdd0b','449080514cfdba9fbcbbd41efbc46f4eb8b24484f9a371a07e05321f7f765d9d');
INSERT INTO "event" VALUES('620100/employee','019b90d1-7220-7000-b119-1c56c324c985','019b90d1-7220-7000-b119-1c56c324c985','assessment','assessment-1','fc28125e9fcf4672a5ed04a9b775039841a68da47b298a235930386066a83a6e','2026-01-02','2026-01-02','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:05+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,2,'656276265d23454d9e3319c3c5452bdf82d369e42373195c8c36a3665bda2537','1dd8a18a2b958ad414d2c038ee656ef5a7ad78c8404acf5bddb45181e0bea137','86e096d9cd5d2cf933175c4e59db9e0d0efd676b7f706a75333151045424f006');
INSERT INTO "event" VALUES('620100/employee','019b90d1-7dd8-7000-ac88-8696008a05a6','019b90d1-7dd8-7000-ac88-8696008a05a6','agreement','agreement-2','4ce7757ce40d97b28dc8cc2282678cdeb453aab35d5e19751bd8338cbc4465a8','2026-01-02','2026-01-02','H62010000002',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:08+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,3,'e090175269200aee4dfff96d6b3dd77c8e6e64cb3f629c4d8a980502c71a3c4d','b8edd627ce2e1619d299a7785732e31d8ab19fd51a746cca97fcaf1a54630d3d','da9d39bc4659356b630e93a3125e8aac2958f568399ebc8d23d1cf53ec7ed871');
INSERT INTO "event" VALUES('620100/employee','019b90d1-85a8-7000-910b-8f507204e52d','019b90d1-85a8-7000-910b-8f507204e52d','assessment','assessment-2','172801e9b94ba5e2cbe7eb06ddc76a42a67384ac533dd60be45a7c9c1da100b7','2026-01-02','2026-01-02','H62010000002',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:10+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,4,'2588ba53caee3cd0c8ba741dc00376f3a318fc32be006f9d5e7f43af03ae1ddf','f90df2d5beb1a7afb1c66b31678673158289b4d622f6be09b249f90677284087','663224f788f578de4c18b27868a41c778c579f6b9da53cff34cf2736c72d30de');
INSERT INTO "event" VALUES('620100/employee','019b90d1-9160-7000-b351-1f8db8b6d8fe','019b90d1-9160-7000-b351-1f8db8b6d8fe','agreement','agreement-3','39c2844289863805faa65bdbeb54e9879b320ca9af5f09d36c51e51455a0acab','2026-01-02','2026-01-02','H62010000003',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:13+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,5,'4c71ca4bd049b1d9ee383a8a5097ea38c646d2d7101f4566cf9388f9b8c21a9f','b23891ed3108d05668342306773ea60cb1b1119dbda1be7fc9f02a87f920ee66','8afbb77da54678fb959e350234ae17bb1dad9d3f1a5a3907a8d6c3437f44af32');
INSERT INTO "event" VALUES('620100/employee','019b90d1-9930-7000-a5d5-75303a902931','019b90d1-9930-7000-a5d5-75303a902931','assessment','assessment-3','7eec3c272b555346c033cfc54eea6c7023f44256f2f47188c6dc3354d9aca2e2','2026-01-02','2026-01-02','H62010000003',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:15+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,6,'a982af12c52932de62e10d7ee8c029922ce300e71c9abb5f72f46d949bd36067','d08472a34807962a71c8b810cd038a38c65f2eab4feaa253def6d7f1c318fdf5','974c04131efefc9299df38dc810ca6545f7ad60f3c44c0565f57bd362a72e85e');
INSERT INTO "event" VALUES('620100/resident','019b90d1-a8d0-7000-868a-e3c7f1fd42a2','019b90d1-a8d0-7000-868a-e3c7f1fd42a2','agreement','agreement-4','a53a7dbcc8011ec7c4b1270184876dbda75f3461b3075cd8a9cd047eed53bbe7','2026-01-02','2026-01-02','H62010000001',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:19+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,1,'18921d36f25fbcf7e8b6b4347ba92b287fb7d5dc432de669da532df94e500571','551f5d3c9b230442147863fe23c23b363cad625b5bb76bb5ce9db9c0027f298e','63267cb1e1507acdd9ef57e4e154673d32cc2a763a57134658a3c8cab4ecb394');
INSERT INTO "event" VALUES('620100/resident','019b90d1-b0a0-7000-9450-c464e6c3f339','019b90d1-b0a0-7000-9450-c464e6c3f339','assessment','assessment-4','d5c8efef6a8d8d155aaebecd80f374fc2d1805af65ac9e6e99ce45160203cf87','2026-01-02','2026-01-02','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:21+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,2,'7c885fffdc0ab0f2962f20f72a1eeabe8bffa6ec886672fceb3d6ef907d80574','7afb364b388c7efbc65864b0984ac2dbee1be040884459154d4f503f1d4eee53','7bd75f467031069d9c9d7d940db21a6058fd5b0daee20042d503ad80aa5ddfc9');
INSERT INTO "event" VALUES('620100/employee','019b90d1-b870-7000-816d-b9b807d4bedc','019b90d1-b870-7000-816d-b9b807d4bedc','opening-balance','opening-balance-1','7c67c91ff05855046d8bc60d064adb1b4e9810324f9a667b26277304c8a370a3','2026-01-01','2026-01-01','',0,100000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-06T09:00:27+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,7,'bb5d2ba9577bc1dcd90f6b58c8fceadf4713f1b26701ca595b9d319ed7e2faea','ea2c54d8da97739d02266f655150001b7da8bd22c7dbaf2fd097a7e89ddd82d5','addfd6f619f3c59d749c7e5bcfe1375b77d06ecab54e1585c5030101bdacd1db');
INSERT INTO "event" VALUES('620100/employee','019b90d1-bc58-7000-a992-29f706839eb9','019b90d1-bc58-7000-a992-29f706839eb9','opening-balance','opening-balance-2','5ae90df1cfdb74ef3aaf574a1cf2f4396230b53c346f4c210697a39a8d531d9b','2026-01-01','2026-01-01','',0,2000000,'',0,'{"account":"1004"}','rows.jsonl#2','制单乙','2026-01-06T09:00:28+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,8,'1204ea6d5b2278a38b6694b2f84048d25349a97b7a263567b5588aab8b9b682a','64e87e2893041e1f5de45bfafd46c3f745f4ef954777ad51048194308ef23dde','db1c2c2ce8e57ba88679ccf7e83f6e7fd96dc2dd3b2d8fed1cbf4339d61304b5');
INSERT INTO "event" VALUES('620100/employee','019b90d1-c040-7000-8096-d04f8a9a021e','019b90d1-c040-7000-8096-d04f8a9a021e','opening-balance','opening-balance-3','26f4b04f394794ad3a3eecd75d71c68d265aedaf1fdbbcee470ada3fe1e18500','2026-01-01','2026-01-01','H62010000001',2025,3000000,'',0,'{"account":"1101"}','rows.jsonl#3','制单乙','2026-01-06T09:00:29+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,9,'d6058d241c47948bcfa8c45ab08fc35f5c8c6bf719cd6abcbaae2de01e988183','349886086f73e04b1eec79a6859262c5d548f086d1286a2d8389038944217011','8ac5a2f652a56271211a202fd4f3d163e9b0a720f6330e07041c7342f929d7d9');
INSERT INTO "event" VALUES('620100/employee','019b90d1-c428-7000-b866-22b6f06c144a','019b90d1-c428-7000-b866-22b6f06c144a','opening-balance','opening-balance-4','4b40451d02d7214461604214386327fc005fa5f53646b6b0f8fdb2ab6f9e171c','2026-01-01','2026-01-01','',0,50000,'',0,'{"account":"2001","counterparty":"来历不明的汇款"}','rows.jsonl#4','制单乙','2026-01-06T09:00:30+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,10,'9764f585326f0d4d022d48ee7d69cc34d870f0f55cc60f05acc87974b616993b','bdf1fb2d0119fd02d1babd7e078b56b2183a51aa57201b74bc5088a0ec56d939','d41b3c5c609117781879d9df1ca51dc9ade638d8dd50d6c4c94f5876d6a3fe1a');
INSERT INTO "event" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787','019ba56a-d280-7000-a1c4-ae2f076f3787','allocation','allocation-5','9ee5278270a37f72faa48aeeb6394841bff04752950af002434f3d1941483306','2026-01-10','2026-01-10','',0,60000000,'',0,'{}','rows.jsonl#1','制单乙','2026-01-10T09:00:02+08:00','审核丙','2026-01-10T09:00:05+08:00','主管丁','2026-01-10T09:00:09+08:00',2026,11,'f717ff116c2d5a1eccc972558c15d5cc019380078420da6fa0e5c8f8363d7162','1cdd39c38455f4bea3275badee4c5d2c2e41aa7c7dd4b1c844ac5771b2c95aa9','275c8131b30d4352dc0dc8169456d6a13e03fc43880b0491d726e02e0d85ab33');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0160-7000-961f-f4a03bab6c39','019ba56b-0160-7000-961f-f4a03bab6c39','opening-balance','opening-balance-6','c682b1b3d5dbc3eba6bc69edc4edc83b1468b00239944a4c978ea44a5c1ed9de','2026-01-01','2026-01-01','',0,20000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-10T09:00:15+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,3,'dfd5a8b794a2080d8816eeca69a013b6fed0fdab777207a8a68f3e30ea8db596','7ce884d4a0fd3b9a7c3f332743976b68a95256b6e880dcb2123619cf0bc30dd0','81cc83fca70b3c834d723a0d2ae9d4ba6f758044eec1f22a6eb62cce42987c85');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df','019ba56b-0548-7000-ab51-7c8f3b1a11df','allocation','allocation-7','4bf8cc380cb46f53f7dcc5ee734f180c7109a660ecee02d81d05e2a9182f2e40','2026-01-10','2026-01-10','',0,20000000,'',0,'{}','rows.jsonl#2','制单乙','2026-01-10T09:00:16+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,4,'5ee57758272010dff65946d4e152ad65bf0f40c1941e4be860cfbad4ad79c8ff','2513436979b86122a6cd90379bdaf3f5d7a25a7502b0be219660852e71af39a0','4dce262d9f1edd5fceb52a545e3bd80271e55d5daf08906f29abb09dc27bbd7b');
INSERT INTO "event" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd','019cd542-0680-7000-92f8-0f6cdc2574bd','disbursement','拨-1','765b2288e1f81e736057d4715c5c48bb28519ba621b833c3684617a36872502c','2026-03-10','2026-03-10','H62010000001',2026,30000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-03-10T09:00:04+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,12,'181f0aa2a975f40ddbf02726249cc87574dd86fafd3a754c4ba472c652ad49be','967579964dbac44f6c88f61bd5ec669355eed38b2c8a2d87087474397e707fb7','c9e8202b6249cd289979ab1784635f63f04692624d028409ebcbb16f1e6788d4');
INSERT INTO "event" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0','019cd542-0a68-7000-af8f-b7021ef2a4f0','disbursement','拨-2','2da2fb6fd09665b162f57ffbfe5baa2f95578f4020f987049e21f70e436e977f','2026-03-10','2026-03-10','H62010000002',2026,10000000,'',0,'{"from":"1004"}','rows.jsonl#2','制单乙','2026-03-10T09:00:05+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,13,'e4dc306e8ac4c9e104a4d62014ea3b984ff034eb3986aa16a663802bd3a214a8','3ae3280c183c9946b208b3feea08f3aadb22dd9e7a4e17a2462570ec991216d8','e681b5969ac9dbed2898bd70ef94696419537b88148e26c3ce1c61def3afbdd3');
INSERT INTO "event" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6','019cd542-0e50-7000-b951-1b75552b82f6','disbursement','拨-3','7fa90e1d281018a7cb05548800c78a83eb217a4e1cb613259e4ea24dd95044b2','2026-03-10','2026-03-10','H62010000003',2026,5000000,'',0,'{"from":"1004"}','rows.jsonl#3','制单乙','2026-03-10T09:00:06+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,14,'f1fa8098d133cfc112b4e5aa0cb1174be26a61eb6c3687f957ac8d03bbd392cb','71d605b796b380f85085aba8de42db1a3e039fab4685068ddfd46a47f99c1ac0','4158d795dc5755a4bd9f12c7f9a7a52d51bf405bf95fa3bbd0cc34a2bed9e646');
INSERT INTO "event" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8','019cd542-21d8-7000-be49-c3d3b8b333a8','disbursement','居-1','664c8d3d2e2767040de99a20c61ac7f3e2c5af50d742f662e44615cc4c639a4f','2026-03-10','2026-03-10','H62010000001',2026,8000000,'',0,'{"from":"1004"}','rows.jsonl#4','制单乙','2026-03-10T09:00:09+08:00','审核丙','2026-03-10T09:00:17+08:00','主管丁','2026-03-10T09:00:25+08:00',2026,5,'f13bc9ec746f7557d01100939878e12b24f2e82afb0fcead49e49b1d10337112','54fc0a83256be706ef7ce773fa9657a2d121a73b0d6e76fb2bd842bf03da4437','1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f');
INSERT INTO "event" VALUES('620100/employee','019d50da-b238-7000-b69c-451296c8da19','019d50da-b238-7000-b69c-451296c8da19','red','拨-3-注销','522f9df4d48709beb69414dad0d2d6adf077cd8eb15794def11ca634f07935a1','2026-04-03','2026-04-03','H62010000003',2026,5000000,'019cd542-0e50-7000-b951-1b75552b82f6',0,'{"reason":"录错"}','','制单乙','2026-04-03T09:00:05+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,15,'af3979d7f511648f1f7b3c445d2bd2ae15cd7ed0c2deec50a385794941a585e5','341c707a7da6e636dcc80adf7d922b7243c58d3dc231a673ccfc90d9fb92f605','93fcc73b13511414e3cec3b14daecb4234d4266a3b81f74dd090d1ff4126c8de');
INSERT INTO "event" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57','019d50da-b238-7000-b69c-451296c8da19','disbursement','拨-3-订正','8348628758d156bc867351a543fe8f1c9c92c70053141356d13bb84b710c5f99','2026-03-10','2026-04-03','H62010000002',2026,5000000,'019cd542-0e50-7000-b951-1b75552b82f6',0,'{"booked":"2026-04-03","from":"1004"}','','制单乙','2026-04-03T09:00:06+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,16,'44ea4d2a2fa40d64efa2d1ee8fa5a93b58af3da0e8ebe58a3e1bf3943fca960e','71382d26de8b7806e05cd5ccfd16e279d944fa1f2117cc5c651d39b062f155ed','6bfda01c5addc2b09771decfb4986f3fe6b37e1d680085204b5b912badb64d7d');
INSERT INTO "event" VALUES('620100/employee','019d50da-f0b8-7000-977e-f4f42c4a3698','019d50da-f0b8-7000-977e-f4f42c4a3698','difference','拨-1-差额','736293a9c6ce55297b779ce1b866084a1b14708899469290981dbb64e4c892fa','2026-04-03','2026-04-03','H62010000001',2026,29900000,'019cd542-0680-7000-92f8-0f6cdc2574bd',0,'{"moves":["1101.01.H62010000001.2026>1004:-100000"],"reason":"录错"}','','制单乙','2026-04-03T09:00:20+08:00','审核丙','2026-04-03T09:00:23+08:00','主管丁','2026-04-03T09:00:27+08:00',2026,17,'29844597c7e9af74714c394a9580b9ee9fd22bd253b60feb10c8d96c7fa4ecca','27b3521873948c8063a523d978e429719bcd9f84b5ae12e626340623c0cb41de','fbf4379edacc861da36f833b7ffdcb89e2254ff1e15ae403de5ca004220c7156');
INSERT INTO "event" VALUES('620100/employee','019d50db-2768-7000-8588-af5e5fec898f','019d50db-2768-7000-8588-af5e5fec898f','difference','拨-1-差额2','7514ec30a7a54d53240eb228aad5cbea256294296f0b0ae2c787cbec1c8fd931','2026-04-03','2026-04-03','H62010000001',2026,29850000,'019cd542-0680-7000-92f8-0f6cdc2574bd',0,'{"after":"019d50da-f0b8-7000-977e-f4f42c4a3698","moves":["1101.01.H62010000001.2026>1004:-50000"],"reason":"录错"}','','制单乙','2026-04-03T09:00:34+08:00','审核丙','2026-04-03T09:00:37+08:00','主管丁','2026-04-03T09:00:41+08:00',2026,18,'501885ca9190646bee34d6ce5dfac8d90919f57c5cf24e9162e9238a7ea43ed5','cda134042196a8342b3aed78690dcc52613c50a8da36fdde9752f26bff8cd65a','17bc38095e08e10fe21b3f4402a96742946e0766dced4b9f5fac97689c5a4387');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844','019d8ea6-f680-7000-b5c1-c41f855c3844','disbursement','拨-4','da53ccd44278e32000c04ab80b6cf1517bf4518dcb5fec234b1c8dd75ece61c5','2026-04-13','2026-04-13','H62010000002',2026,1000000,'',0,'{"from":"1004","reason":"上级延期"}','rows.jsonl#1','制单乙','2026-04-15T09:00:03+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,19,'e4a178099c2610757ad4a93efed1ba94d27ad89c107057f7edcf98dab92e1541','c8a0ffa40ffca9b1d06cf6ecc2b6b780964cb82f683247a63a728bdf61671cbc','aca5f85c83a3914993c885c58537e51bce667b28b73f396759fb077cea1cbd96');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-fa68-7000-97b6-a4b664ac5db9','019d8ea6-fa68-7000-97b6-a4b664ac5db9','suspense','suspense-13','3574f3af44c61da42bba6f0a8dc9e06959ebe7063b291cb8b305292f60998160','2026-04-14','2026-04-14','',0,80000,'',0,'{"counterparty":"来款待查","to":"1004"}','rows.jsonl#2','制单乙','2026-04-15T09:00:04+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,20,'81eb1ec7d48ec214cedf62939f26f6ab73ea959a31b13e1e48462ab70e90facf','eda8aa4331dbe2371c11e76779fb984dad01a300ac65dde4a5d4f955f1650a6e','58958aab1e598edc14d895dccc411e5e192e6651212ec1786686a885bd8f3e77');
INSERT INTO "event" VALUES('620100/employee','019d98f3-ae80-7000-b64a-92a8b410d93c','019d98f3-ae80-7000-b64a-92a8b410d93c','payment-return','payment-return-14','e0c90be569217066037fad27a18c4a0b4cb8ade68295cf22109e369c6e10c6d6','2026-04-16','2026-04-16','H62010000002',2026,1000000,'',0,'{"disbursement":"拨-4","to":"1004"}','rows.jsonl#1','制单乙','2026-04-17T09:00:02+08:00','审核丙','2026-04-17T09:00:05+08:00','主管丁','2026-04-17T09:00:09+08:00',2026,21,'bfdb775696eac8a582ee0d17bb2e053c326ee50a8dd3ed2872933570bd63c631','9d371457dc9e1ff06d165faa962007d7950b5167c9ceecb7c4ca7d413616db27','5b2b8d97e379b55f9f449a8a2a7baacbc94ca66f1aff740ae82fa9ca0ae85ca5');
INSERT INTO "event" VALUES('620100/employee','019dad8d-1e80-7000-8aca-3fbc2b9c014e','019dad8d-1e80-7000-8aca-3fbc2b9c014e','disbursement','特-1','401c34be0ffb057b173942af20abc2f0a7b366b57d8dcd0473aa7402247980d7','2026-04-20','2026-04-20','H62010000003',2026,700000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:02+08:00','主管辛','2026-04-21T09:00:05+08:00','主管丁','2026-04-21T09:00:09+08:00',2026,22,'9da02e6dcee5ab8357158619959e1eac1afdc51a56d8bda286c807e2a416849f','00655d2a00c4391bb5b7eff99800b400d04d577dc2b0eac43dac731029f66967','2684a0e1f71eed4222dc7dbc6b168871a137adaf3bdadc407655e03d9dd41d4a');
INSERT INTO "event" VALUES('620100/employee','019dad8d-4d60-7000-bae2-b2338a245e6b','019dad8d-4d60-7000-bae2-b2338a245e6b','disbursement','特-2','23b67cfb249e4debed4fae8dd7952360bc968c490fd93c776e1f27b6d45f1867','2026-04-20','2026-04-20','H62010000003',2026,100000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:14+08:00','主管辛','2026-04-21T09:00:17+08:00','主管丁','2026-04-21T09:00:21+08:00',2026,23,'8271d3aa149a09d24afbe7c95f97be5cdaf73aa5ddf6d772a6cd801869451e2a','490e973cece5f748042d65f73960c9365f1cb930e358f1856587e4e0c931e2c7','63e59cef6bfd162adbcc522a240e0bb04db67e5048b0f2ba433baa73e89ab2f9');
INSERT INTO "event" VALUES('620100/employee','019eecd7-6680-7000-aeae-7e1ff5059285','019eecd7-6680-7000-aeae-7e1ff5059285','interest','interest-17','f7a273d81e3aa92f00a83b73c2bdde456ce696507c75b7bffa807474b48a6e8a','2026-06-21','2026-06-21','',0,1234,'',0,'{}','rows.jsonl#1','制单乙','2026-06-22T09:00:02+08:00','审核丙','2026-06-22T09:00:05+08:00','主管丁','2026-06-22T09:00:09+08:00',2026,24,'d4ecb346681d5dbd11f98d1a90abdb42d64349db20ff8f6c8e2a08bc2262e8ef','b4ba3882e7bcebaa2a0d9d8ae3711a57dedc77b4f29c154b58a979f1777a1177','c30d8d9da0e26373e9d3bab533e525efd9b59d0d2d35783359c1fc6d6a0b9a98');
INSERT INTO "event" VALUES('620100/employee','019f257d-6a20-7000-b1c0-e01a84c81999','019f257d-6a20-7000-b1c0-e01a84c81999','period-end','period-end/2026-06/3001.01/income','be71015381b5ae8d3d655aa418ab1269db25fb8a3b2bc14a996bd30ec7ebc869','2026-06-30','2026-06-30','',0,0,'',0,'{"balances":["4201.01.01:1234"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-07-03T09:00:05+08:00','主管丁','2026-07-03T09:00:06+08:00','主管丁','2026-07-03T09:00:07+08:00',2026,25,'12feb1607665a11489d8f112b521c39dd08954fc32bca2aba73a988b1c7d9ec6','b07e84d1f70e0ea903e506656d533133c2672883577b1029bedb4609fa13298a','2e3ac0b868bae05df55e10c52aa1f0f60193e7b0b31eec41b520e01834c1a5e8');
INSERT INTO "event" VALUES('620100/employee','01a156d2-8680-7000-9a85-ee6b5b569643','01a156d2-8680-7000-9a85-ee6b5b569643','write-off','核-1','b9d890a4f0186ab78ef09a1dd47acb1ad9f2f07fde06d13a27580949a8d54849','2026-10-20','2026-10-20','H62010000003',2026,800000,'',0,'{}','rows.jsonl#1','制单乙','2026-10-20T09:00:02+08:00','审核丙','2026-10-20T09:00:05+08:00','主管丁','2026-10-20T09:00:09+08:00',2026,26,'13f338881fb967657e7c174de8105e9562c72a419c7cb09c7b62e805629b46ac','36abf5603accd6b195820b929c269154c3c172e54671f55ae7cdd2f1635eeacc','e810fb15789c865aff948baa5f70d64528f60ce9cf297b73e4c56580702f0c2f');
INSERT INTO "event" VALUES('620100/employee','01a1611f-3e80-7000-9531-5b269cc9af4e','01a1611f-3e80-7000-9531-5b269cc9af4e','recall','收-1','3f0218f86052a1d7df2cbb9303aec29f82ff3094a742f37ddea0ce5ca06f5b67','2026-10-22','2026-10-22','H62010000002',2026,0,'',0,'{"notified_on":"2026-10-22","trigger":"misuse"}','rows.jsonl#1','制单乙','2026-10-22T09:00:02+08:00','审核丙','2026-10-22T09:00:07+08:00','审核丙','2026-10-22T09:00:07+08:00',2026,27,'467d71d4c415f62dc48357ca0b536a69bf24c6ff50dc3a0ca6c49893f219d723','349ff8ef0c90351bef07fb0d67e6d771cf4d285a50ca51f7fa27122b4281c9f3','530b0e36b6ede2e93e1653a3ebc215ad3b9901c01a64f902d9afb62e27684a99');
INSERT INTO "event" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b','01a1852b-c280-7000-a33f-97342d5db79b','recovery','recovery-20','b04ccad45a889fdaa569908b5fadf458ed18eb47f0707224438cd6639b25d057','2026-10-28','2026-10-28','H62010000003',2026,200000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-10-29T09:00:02+08:00','审核丙','2026-10-29T09:00:05+08:00','主管丁','2026-10-29T09:00:09+08:00',2026,28,'fa4ef033240eab7ff9903abe4e51add8e846097fca5d51c369e4a163a740acbb','035528852a704537d06a37114a75a32244bf108b4e8a4623c76462beee355346','cf0c3da68aa48dd4645515197bb98c3522ed24448d6eb1f46f73918decfd737e');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-a9d8-7000-bb94-af6dd1020a15','01a19eeb-a9d8-7000-bb94-af6dd1020a15','period-end','period-end/2026-10/3001.01/expense','2a8307717929b1dc27ceb69c64228bff54e785d3218a3152f65110db4f56c795','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["5401.01:800000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:08+08:00','主管丁','2026-11-03T09:00:09+08:00','主管丁','2026-11-03T09:00:13+08:00',2026,29,'c86541ba17117e3c2e159c316e343d6ae9dbcb2817433d31a4bab713aff724c8','6d1ee3f26645ceef15b81c5ba9b75e4a0025bd6b7709774ee96aac97385815e7','65693415bfe44bba4307fd36bf7d3a6d92352add7c63282089db0cb413e2c1dc');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-b590-7000-8213-cf75415af341','01a19eeb-b590-7000-8213-cf75415af341','period-end','period-end/2026-10/3001.01/income','b9e5fc08321b58c45a9ae76a9d5039f8d7ba8eb1bf21a2057b3e06bf8f3cb8de','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["4501.01:200000"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:11+08:00','主管丁','2026-11-03T09:00:12+08:00','主管丁','2026-11-03T09:00:13+08:00',2026,30,'859eb70793bf80fcd60bb0d6948184ada164e7f6cbdf2574e899a4c36af4741f','54e8d28527c7e9dfa64ab51a610194fb1375b0a7542cf6ad80672f38b4063863','88871963b81e5626b289ecbf217e13cfcc0e727284851bfc9457633ca8c94159');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2a80-7000-b043-ea9003ba33db','01a29b43-2a80-7000-b043-ea9003ba33db','repayment','还-1','3f1cb48558254125a1132435827f3edb48dc0472dbad8ae3b0cd3338a8d4dd65','2026-12-20','2026-12-20','H62010000001',2026,25000000,'',0,'{"payer_account":"622210000001","to":"1004"}','rows.jsonl#1','制单乙','2026-12-22T09:00:04+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,31,'779e26436e442223811d44047814928dddb7746841db35e02be20dcd914468e9','c0717de926f2a0585aad14d469ea824f1a0c80bf7b50cdb0cbeeba901415aa40','33bde9c8c33af4d3916d3bab7a3bb52cbd3cb86cc569eb5b106f018996025779');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2e68-7000-91ff-205ac16e2284','01a29b43-2e68-7000-91ff-205ac16e2284','repayment','还-2','e7f9c90d80f964236eb1764ed6f19f88d37a42d3d0be7aeda79a462f93ba2f8a','2026-12-20','2026-12-20','H62010000002',2026,15000000,'',0,'{"payer_account":"622210000002","to":"1004"}','rows.jsonl#2','制单乙','2026-12-22T09:00:05+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,32,'8acacdbdc69295524e0538cf682729758c12c0c73e8294722e28d454a03a743d','dd7a4718cd5b78a29da62c0f58f2ee213a4b866be3b445993070dbc6be7d8800','f9001fbdfd6967f0720e2f341346c8513628952b92093f1728e11c2677fed698');
INSERT INTO "event" VALUES('620100/employee','01a29b43-3250-7000-9131-6d1d3fe31d03','01a29b43-3250-7000-9131-6d1d3fe31d03','repayment','还-旧','7b24a0eb69361ef0a559eb28bdb8c17fdd7cf63ecc20c4875c66c8da5760c564','2026-12-22','2026-12-22','H62010000001',2025,3000000,'',0,'{"payer_account":"622210000001","to":"1004"}','rows.jsonl#3','制单乙','2026-12-22T09:00:06+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,33,'b0470ca2489b6a5ce1451a5e9b4f6dccfd824fa6357d9a25d31bbd8952358866','d60129c9db0f9fed2b8d2211bcf0b14dfa9b7103c44e86aec4e7a8bfeee2b596','f87b9a59248ae7edb73b8a0539a7290b215ff15d4cab3e7a1fbe6bbc6ed14b67');
INSERT INTO "event" VALUES('620100/resident','01a29b43-45d8-7000-b306-c30f1c07724e','01a29b43-45d8-7000-b306-c30f1c07724e','repayment','还-居','c043d2f5cc8171388b87dc4ef076f13b52cb4d0e7b8210530011ae8e35e0f73f','2026-12-20','2026-12-20','H62010000001',2026,8000000,'',0,'{"payer_account":"622299990000","to":"1004"}','rows.jsonl#4','制单乙','2026-12-22T09:00:09+08:00','审核丙','2026-12-22T09:00:17+08:00','主管丁','2026-12-22T09:00:25+08:00',2026,6,'513354b1df12efc65612e74957cd08fe4ce3bd6704d9608d755aa328e17e0b83','9250360e8feea8cad71835d0b6e87e616320b8108ed7993e77e382317d50d343','1bae79671375309278121eb4ee61f12d9078d3b631be1df5c8484ea18076c984');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d','01a2bf4f-ae80-7000-a97c-279845ddb87d','settlement-offset','settlement-offset-25','f92bfc4ebe0b322949409ea8bf33fd8176c35e5b38c987c8fb94fc11bc3e78d6','2026-12-28','2026-12-28','H62010000001',2026,4000000,'',0,'{"benefit":"inpatient","reason":"逾期未返还","settlement":"60000.00","settlement_month":"2026-11"}','rows.jsonl#1','制单乙','2026-12-29T09:00:03+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,34,'46e6dcea21f12cd0f8c082ddab57bbfea53421737906178f789ec076f8e2bc76','1cf1deaa1b28989a5ee74387184b6ed792c3c9401e4f511fa00e116fd30fdfb8','b3f34e4bee6929f7ef6cb8f3e863e813a8bb3445b77db2d9eb633b7522ae93e5');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-b268-7000-92d8-f83bb62ac1fe','01a2bf4f-b268-7000-92d8-f83bb62ac1fe','remittance','remittance-26','ff225a413b7d0f8b9533a1998a294ef034fe7f1bec762b3afbc4e5221830bdc6','2026-12-29','2026-12-29','',0,30000000,'',0,'{}','rows.jsonl#2','制单乙','2026-12-29T09:00:04+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,35,'9621bfb218787a93ea3be014dbf2cdc18403d0518de65424f7720f6b2af4785f','7b343546be058fab26f43fc384fb73fd5c33da745fbed4dade3a3b7e2be549b8','786aab42bc59fc368d8804d1bd8ccd2f24b2be524ce14829ffd8a5d7e8cc661f');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3a50-7000-ac7b-b6bfcc3d5506','01a2e35c-3a50-7000-ac7b-b6bfcc3d5506','confirmation-sent','对账函-20261231-H62010000001','c1baec9b749fde09e4da134ecf427f90075b2ee1fde5b13897a26cd6aab1a815','2026-12-31','2026-12-31','H62010000001',0,0,'',0,'{"number":"对账20261231-职工-001","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2025|opening=30000.00|repayment=30000.00|balance=0.00","2026|disbursement=298500.00|repayment=250000.00|settlement_offset=40000.00|balance=8500.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:06+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,36,'b306c8dda6902469863546321b201540068fd74960617a7c5102970435610e52','38bf55ef575a2b1e72e0c6cbc855de88e5c1e927f7cda639ac4049c5dd633070','1eb05ee854c51a8e85551cbcea348001a32f9bc0edcc6a2d89862e4ad1e155f8');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3e38-7000-9cda-a51e843fdda7','01a2e35c-3e38-7000-9cda-a51e843fdda7','confirmation-sent','对账函-20261231-H62010000002','4f7843cc406e1248692af0083a6c9110026c946986a6628d083a4f2a67d71acf','2026-12-31','2026-12-31','H62010000002',0,0,'',0,'{"number":"对账20261231-职工-002","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=160000.00|payment_return=10000.00|repayment=150000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:07+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,37,'33f824b7a4ec4f83c783262a8a781e0646bdae0d652f25e739d7e329a12a46d5','1e48f4d491823d4e08c3d23571339720fb5a6583502d8735abd9d120196af4c6','8b685a2280831f0164084515b3bbe8e26609c0bc8a0ec3c34fcb86d4d37426f8');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-4220-7000-a187-80bb39235bc0','01a2e35c-4220-7000-a187-80bb39235bc0','confirmation-sent','对账函-20261231-H62010000003','bf943c3713ac65d52b3e6bb6f13f5b0744c58128460b878ecbaea5c0606ea37c','2026-12-31','2026-12-31','H62010000003',0,0,'',0,'{"number":"对账20261231-职工-003","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=8000.00|write_off=8000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:08+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,38,'0b0b03672ff8e395ae2d0a7f5c80d50a17aa269196241182270711c17b0f7da5','8f9f47fe97755a483264fd8d7c3ffda73be76c2540adaf5e1c787cde0e019cb8','1d6fac594feb1a0f55cd77f1991e9f4c2dd49df1925280632ff101634eb03718');
INSERT INTO "event" VALUES('620100/employee','01a2eda8-ea80-7000-b36a-ab10936aa40c','01a2eda8-ea80-7000-b36a-ab10936aa40c','confirmation-answer','回函-对账函-20261231-H62010000001','ddf3562e12c014c9ee9aadea9f7b7ee23695abbc8d294861aca4e6b2576288b3','2027-01-06','2027-01-06','H62010000001',0,0,'',0,'{"answer":"agree","letter":"对账函-20261231-H62010000001"}','回函.csv#1','制单乙','2027-01-07T09:00:02+08:00','审核丙','2027-01-07T09:00:07+08:00','审核丙','2027-01-07T09:00:07+08:00',2027,1,'f3fb35cfe76ea11db194f1818fa1898da4d33e420f47c77e4b46b8c41dff4c71','aeaf46a1fdb7e36af3c4b8c628d0e93b228567b43ac449f71b23ab101a5368d3','d89ceff9f3d955902a48e6f4246ea74fcf63f37a04bb612e766026e1e1f8a363');
INSERT INTO "event" VALUES('620100/employee','01a2f2cf-6d90-7000-8d93-90cff7c882f4','01a2f2cf-6d90-7000-8d93-90cff7c882f4','period-end','period-end/2026-12/3001.01/expense','9b99a24affcab7f03033e9cbe9338dcdf45e23d0c45e881ac7df849cecc5c2e9','2026-12-31','2026-12-31','',0,0,'',0,'{"balances":["5001.01.01:6000000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2027-01-08T09:00:11+08:00','主管丁','2027-01-08T09:00:12+08:00','主管丁','2027-01-08T09:00:13+08:00',2026,39,'8fb5bf596148b94e4c248233de2f19417877aa68aca134e6592ff0f3d91c5136','7c5d738ac479ff786b396c60ce5276dfeb8bf8785c5355a4fff54773f8e52852','4741b4cf654bfe36a052418922b040aacd3ca0fc1b3aa43a561c897c182edf75');
INSERT INTO "event" VALUES('620100/employee','01a2f2cf-a828-7000-84e4-7e6edbc799b0','01a2f2cf-a828-7000-84e4-7e6edbc799b0','alternative-check','替代核对-2026','c485e9b8db1f5c6f650227d272dfe0efc3208bfdebb321d003f48024493d52e2','2027-01-08','2027-01-08','',2026,0,'',0,'{"balances":["H62010000002:2026:0.00","H62010000003:2026:0.00"],"reason":"逐笔核对支付令、回单"}','替代核对#1','制单乙','2027-01-08T09:00:27+08:00','主管丁','2027-01-08T09:00:32+08:00','主管丁','2027-01-08T09:00:32+08:00',2027,2,'7203a9df2f458b1256e29744c1e33af377aa1545251ca526d16de40debd8c819','274a5da6e6105850ba2f3903f1cdc914c891041cb7a430c20175f577b5457f47','0be6fa82a55b4fa856fe43128d69533e884554f69d033359f520f3a42abd4ced');
INSERT INTO "event" VALUES('620100/resident','01a2f2cf-d320-7000-8a20-11e4be6c6fe9','01a2f2cf-d320-7000-8a20-11e4be6c6fe9','alternative-check','替代核对-2026','41549cc492e7e276a8fa45dc18a3e9c12d8d4223f8dac1f84f2b2880ca4c9a03','2027-01-08','2027-01-08','',2026,0,'',0,'{"balances":["H62010000001:2026:0.00"],"reason":"逐笔核对支付令、回单"}','替代核对#1','制单乙','2027-01-08T09:00:38+08:00','主管丁','2027-01-08T09:00:43+08:00','主管丁','2027-01-08T09:00:43+08:00',2027,1,'0a0e5a828e1fbd7f628a9a6a9f7dddde61fd0000f8b8f1eac777a5d2cf224536','0753f89abf150ab68c0a3fb43eff9ac4285b30ed782e52d37f561a314aa6b89a','356efd24cfd9edbb68ec053d16cdaeb503706ab2522ab52c43618fa45ab01875');
INSERT INTO "event" VALUES('620100/employee','01a30242-6250-7000-a5cc-20b509b4e5d2','01a30242-6250-7000-a5cc-20b509b4e5d2','agreement','agreement-5','28be432c30698fa28e5ae55dc8af22097a85b8ab13ce24b620c7a3996ffc9141','2027-01-02','2027-01-02','H62010000001',2027,0,'',0,'{}','','制单乙','2027-01-11T09:00:03+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,3,'5392ef00ac7a9b732115251cc13c829bd24e6c94f8d271923c16650b2fc36233','e87fa8ffdd32d707baf9bbc6df8c526063cea4b4af8ae2f85a36d6e2e72ab6ab','0cf54d4f0ebd1842a7d87fa4fbf514e2083592c0320f27c034bec734f3b7b97d');
INSERT INTO "event" VALUES('620100/employee','01a30242-6a20-7000-8ded-0002d1c51f86','01a30242-6a20-7000-8ded-0002d1c51f86','assessment','assessment-5','0d616db642c8a50f456b124a617526a61ec6ef449098140c2a0008a5d5592910','2027-01-02','2027-01-02','H62010000001',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-01-11T09:00:05+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,4,'0480d6f4bb7dbd4464cddacc86077af03cee148e8f5af899458acd152b4cc172','3615b1f324c90683840c03552aa2eab32f35395c20a20d8c7130d22acda34450','847dd5d1e735d39194aebd408727f8bb7190b4c187c2fd9a5ed93068a3e22b21');
INSERT INTO "event" VALUES('620100/employee','01a30242-75d8-7000-b9a6-eb8af652d008','01a30242-75d8-7000-b9a6-eb8af652d008','agreement','agreement-6','2a83bfea890606c5b96f41326f5a5bdd7185a3a8ddd4852e9dfd411b6e735440','2027-01-02','2027-01-02','H62010000003',2027,0,'',0,'{}','','制单乙','2027-01-11T09:00:08+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,5,'3f68cdc9785c664f4aeb09c19ef3392e27b57f8b052c35c22ff5c01577b77f88','61d4fcfdd4c22309f1473778665c17925e1b16ae3875fbd1384d8760fa871988','21cba685b8384693c0029390e587d879ff7be9f99615c6ab40acf646ff836697');
INSERT INTO "event" VALUES('620100/employee','01a30242-7da8-7000-9d7e-9b7691fde85c','01a30242-7da8-7000-9d7e-9b7691fde85c','assessment','assessment-6','11792fa513d8ddf9db2e3932d1a96394322ac46b5636a9ccec4e41022bfd7aa7','2027-01-02','2027-01-02','H62010000003',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-01-11T09:00:10+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,6,'614f6ab2a746ba1e29ffc62c841c3cded9b8e0116a224fbf4b36c001ec88a3f1','8dd59924b0251209b036a084489c8b2f55f25002b438446a0882cdc500fc0ba4','161068aa7bcd25349de2e8026f17a0f041a0139cc23e93b5a2955bffda7d6f0a');
INSERT INTO "event" VALUES('620100/resident','01a30242-9130-7000-b4fc-87732be88b46','01a30242-9130-7000-b4fc-87732be88b46','amend','还-居-更正','f97da0897964252ce8bfd8511a718d889ce4140240c2773d3ca893932944af02','2027-01-11','2027-01-11','H62010000001',2026,7900000,'01a29b43-45d8-7000-b306-c30f1c07724e',0,'{"moves":["1101.01.H62010000001.2026>1004:100000"],"reason":"录错"}','','制单乙','2027-01-11T09:00:15+08:00','审核丙','2027-01-11T09:00:18+08:00','主管丁','2027-01-11T09:00:22+08:00',2027,2,'d8a800ebddcbc4485c7d2b1c97c032b46806249eefbcc0e807e02b3707c87b1f','8f3c616ecf931f197c921dca59e4e599b7812b4660411e14de20d0afd595ed3e','1a0fe0be81b4f39829a8af56e49d8593f45f32663a180979bfb04009d0efc948');
INSERT INTO "event" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8','01a3309b-9680-7000-8265-250382458cc8','allocation','allocation-27','cf2f22914ae97e2b46595c22d535682286cef969d09643b3d032e769d8f727d2','2027-01-20','2027-01-20','',0,10000000,'',0,'{}','rows.jsonl#1','制单乙','2027-01-20T09:00:02+08:00','审核丙','2027-01-20T09:00:05+08:00','主管丁','2027-01-20T09:00:09+08:00',2027,7,'3f2227bbffb9637bf7c171c36038a3151a6fab2d201b3d7ae82e7da754327d82','33b3b28cc8a005f3d17ab603cf32933e113d8b431942877ad4210bbf86b94f2d','0a85e771759a3888ed98ff397068728f2a6e7574aadd397ad81f712a0b250345');
INSERT INTO "event" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5','01a3309b-c560-7000-b961-554bac954ab5','disbursement','拨-27','6e1f502ceaf971957cb0624b55e8a9e1a5f5b67d7855d6794e29e285db6a9b86','2027-01-20','2027-01-20','H62010000001',2027,500000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-01-20T09:00:14+08:00','审核丙','2027-01-20T09:00:17+08:00','主管丁','2027-01-20T09:00:21+08:00',2027,8,'d01f2d08de8952e9c3575b338dc749540eeca5c1dc1b851872fee75770d6b23a','7c6b3845b66ec0217d3fcfe8f8dca46723b0059481271f189d6e863b87c714be','e85133bd64bc958f8bc478e384fb29fd204860c8701a971cb397e97f529b0634');
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
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-6a50-7000-a6e0-439d6ec9d286',1,'agreement','XY-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-7220-7000-b119-1c56c324c985',1,'assessment-decision','HD-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-7dd8-7000-ac88-8696008a05a6',1,'agreement','XY-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-85a8-7000-910b-8f507204e52d',1,'assessment-decision','HD-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-9160-7000-b351-1f8db8b6d8fe',1,'agreement','XY-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-9930-7000-a5d5-75303a902931',1,'assessment-decision','HD-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019b90d1-a8d0-7000-868a-e3c7f1fd42a2',1,'agreement','XY-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019b90d1-b0a0-7000-9450-c464e6c3f339',1,'assessment-decision','HD-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-b870-7000-816d-b9b807d4bedc',1,'migration-sheet','migration-sheet-1','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-bc58-7000-a992-29f706839eb9',1,'migration-sheet','migration-sheet-2','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-c040-7000-8096-d04f8a9a021e',1,'migration-sheet','migration-sheet-3','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-c428-7000-b866-22b6f06c144a',1,'migration-sheet','migration-sheet-4','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787',1,'funding-plan','funding-plan-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787',2,'allocation-notice','allocation-notice-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787',3,'bank-receipt','bank-receipt-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0160-7000-961f-f4a03bab6c39',1,'migration-sheet','migration-sheet-6','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df',1,'funding-plan','funding-plan-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df',2,'allocation-notice','allocation-notice-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df',3,'bank-receipt','bank-receipt-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd',1,'payment-order','payment-order-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd',2,'bank-receipt','bank-receipt-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0',1,'payment-order','payment-order-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0',2,'bank-receipt','bank-receipt-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8',1,'payment-order','payment-order-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8',2,'bank-receipt','bank-receipt-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844',1,'payment-order','payment-order-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844',2,'bank-receipt','bank-receipt-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844',3,'special-document','延12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-fa68-7000-97b6-a4b664ac5db9',1,'bank-receipt','bank-receipt-13','2026-04-14','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d98f3-ae80-7000-b64a-92a8b410d93c',1,'bank-receipt','bank-receipt-14','2026-04-16','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-1e80-7000-8aca-3fbc2b9c014e',1,'bank-receipt','特-bank-receipt-1','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-4d60-7000-bae2-b2338a245e6b',1,'bank-receipt','特-bank-receipt-2','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019eecd7-6680-7000-aeae-7e1ff5059285',1,'bank-receipt','bank-receipt-17','2026-06-21','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-9a85-ee6b5b569643',1,'court-document','court-document-18','2026-10-20','',800000,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-9a85-ee6b5b569643',2,'government-approval','government-approval-18','2026-10-20','',800000,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1611f-3e80-7000-9531-5b269cc9af4e',1,'recall-notice','recall-notice-19','2026-10-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b',1,'bank-receipt','bank-receipt-20','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b',2,'other','other-20','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2a80-7000-b043-ea9003ba33db',1,'bank-receipt','bank-receipt-21','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2e68-7000-91ff-205ac16e2284',1,'bank-receipt','bank-receipt-22','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-3250-7000-9131-6d1d3fe31d03',1,'bank-receipt','bank-receipt-23','2026-12-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','01a29b43-45d8-7000-b306-c30f1c07724e',1,'bank-receipt','bank-receipt-24','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d',1,'settlement-sheet','settlement-sheet-25','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d',2,'offset-decision','offset-decision-25','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d',3,'bank-receipt','结算付款-25','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-b268-7000-92d8-f83bb62ac1fe',1,'bank-receipt','bank-receipt-26','2026-12-29','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2eda8-ea80-7000-b36a-ab10936aa40c',1,'confirmation-reply','回-1','2027-01-06','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2f2cf-a828-7000-84e4-7e6edbc799b0',1,'alternative-check','替-2026','2027-01-08','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','01a2f2cf-d320-7000-8a20-11e4be6c6fe9',1,'alternative-check','替-2026','2027-01-08','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-6250-7000-a5cc-20b509b4e5d2',1,'agreement','XY-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-6a20-7000-8ded-0002d1c51f86',1,'assessment-decision','HD-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-75d8-7000-b9a6-eb8af652d008',1,'agreement','XY-6','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-7da8-7000-9d7e-9b7691fde85c',1,'assessment-decision','HD-6','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8',1,'funding-plan','funding-plan-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8',2,'allocation-notice','allocation-notice-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8',3,'bank-receipt','bank-receipt-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5',1,'payment-order','payment-order-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5',2,'bank-receipt','bank-receipt-28','2027-01-20','',0,1,'','');
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
CREATE TABLE hospital_account (
	code TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	until TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	CONSTRAINT pk_hospital_account PRIMARY KEY (code, version), 
	CONSTRAINT fk_hospital_account_code FOREIGN KEY(code) REFERENCES hospital (code), 
	CONSTRAINT ck_hospital_account_kind CHECK (kind IN ('own', 'pooled'))
)
 STRICT

;
INSERT INTO "hospital_account" VALUES('H62010000001',1,'622299990000','pooled','2026-05-01','','财函〔2026〕3号:2026-03-01','制单乙','2026-05-06T09:00:16+08:00');
INSERT INTO "hospital_account" VALUES('H62010000002',1,'622299990000','pooled','2026-05-01','','财函〔2026〕3号:2026-03-01','制单乙','2026-05-06T09:00:20+08:00');
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
CREATE TABLE journal_file (
	book TEXT NOT NULL, 
	name TEXT NOT NULL, 
	period TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_journal_file PRIMARY KEY (book, name, period, digest), 
	CONSTRAINT fk_journal_file_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','13308c98a870d0b4be5f62d0d306995b5496d15f3d8f931d319224c146c01e24');
INSERT INTO "journal_file" VALUES('620100/employee','2026/00.beancount','2026-01','6889553418d0d59cd9690a87a22e7624642dc2f5efd0b0050654325ef6607fb7');
INSERT INTO "journal_file" VALUES('620100/employee','2026/01.beancount','2026-01','63ecc6f5a67adf24447fc7c0fe582ce739a0933f5e7a1f0da3ab912cfd6dd04c');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','a3ea84939ae0dc34e387c4983f9683e200957fe93a54dc6170a2415c59e2205b');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','acd5b0648e4263146407b651ef1f8f5fc8dc6852fb53bcb897c7b175f361fc37');
INSERT INTO "journal_file" VALUES('620100/resident','2026/00.beancount','2026-01','82c3b8b47eadb7d32c3f33d946b8efa9fc41301b12a84dbe09daa2afb2c969ea');
INSERT INTO "journal_file" VALUES('620100/resident','2026/01.beancount','2026-01','4ac40eb8cded1e3d07b2a3ae459cccbce435104a2b0d594f998cdaf616b872c5');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','449aa2a0b153a762250c502ad58740812de95ae228db335451223d8938d1b0e9');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','66e13cc477f202109841cdd78812241ec4c3e186db7e14e3473bc2848b544860');
INSERT INTO "journal_file" VALUES('620100/employee','2026/03.beancount','2026-03','6129d0f9a65b421c4485fdb36e883d97c989414c00a3f5dc0cb35a8d2a96bb70');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','29dc6af9f7feec3f322b812ba2e429538e02da3ac0b397010cd3e280ad4d3a40');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','30add63259f3cde0662f6ed8d39d6c8e6e76502f7a4f46eb333280216a42a0ec');
INSERT INTO "journal_file" VALUES('620100/resident','2026/03.beancount','2026-03','0cb38891342efc7a65955bbcc993e9003024d0f85bb369428bd7a4eea09337a6');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','17ed79ffe5c02b6d914bc34f117ca7498862ae3233a7beeddf193486a9f153b3');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','879e9fc86b6b0b49816bef66f19bc42fb3f5c4a41c0841d88ca0c9dce42ed1c5');
INSERT INTO "journal_file" VALUES('620100/employee','2026/04.beancount','2026-04','1a31718035674ae343f1104cefb77612a9f4d7f3ebb804725b8e97944e3a5728');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','02367018e70da0fa06f2c08a88d820120e4ecd891673c5257c1122ee1a602707');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','e9712ef0e0bdd20b06fef116d8c998bcc1e41ef4ece7d6fe4990cd62edd728d0');
INSERT INTO "journal_file" VALUES('620100/employee','2026/06.beancount','','fbbbdd47f6be93d19149e52b37b00563a46b998419f25f341f8a0300ec67e6c3');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','d5861d455e0e51381ca089663b83cad0dc4879969cf8f6f53ef94edb3c6e6039');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','ad0752c5ec9f0c456cef0618768c576fb9146cc422c52604fa684cc5fc841ae9');
INSERT INTO "journal_file" VALUES('620100/employee','2026/06.beancount','2026-06','331d6796f029b083defdc1c6383f513e606a0ee5204236fb848aa2cec49c82a9');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','520be2c0a1a7abd4c7b7097b5967f305317cfec471cad6e43c8bc9c0fa074c8f');
INSERT INTO "journal_file" VALUES('620100/employee','2026/10.beancount','2026-10','7a77c8be42f3ac92aa92ec67d439b69d668d8465fcef542aceb413b4bdf2d670');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','d9492428bf6def068321a6e50ea918e5eccdf71ab4594990eccfe84886d5d54e');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','8c7ee2b2521bc96017ca701220f299b3db1c30e34924eb0bbedcccfddeed427f');
INSERT INTO "journal_file" VALUES('620100/employee','2026/12.beancount','2026-12','648e34554af8465e6c96b7f30be5c6a773aa31b359b21cbe31a871104918360d');
INSERT INTO "journal_file" VALUES('620100/employee','2026/confirmed.beancount','','906dac91b925b7971655fbe63095e804cc480316f070f4f706c2e571493f0066');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','be9bb27499319baa62f09efd68573581c165d705a7de727175d8136c4f6421a7');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','e5d6af951a381d0496b649ef21c53ded4c476a10a78d93e85966b861aff56bb2');
INSERT INTO "journal_file" VALUES('620100/resident','2026/12.beancount','2026-12','adf0ba173760b7e6168003fecaf1991add3575059e7641f128b7c511028c3461');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','eb866ccba21984e6f66242dc5ee8aa5c4f626dadf98a8899f2434c57fd0b058c');
INSERT INTO "journal_file" VALUES('620100/employee','2027.beancount','','d15e8c53e8fec561d256e033ad5f12024b6646afa88af2c7a66c9363009bc5b2');
INSERT INTO "journal_file" VALUES('620100/employee','2027/00.beancount','2026-13','21ce2f6c1c290019bfcf5f2eb77274fb6dedb52fc0d909221009df30024a9d64');
INSERT INTO "journal_file" VALUES('620100/employee','2027/01.beancount','','2a0f8429a4614ec1f137c717ae3587fc912b8c95cc27bf811eec7000ddb6d6fd');
INSERT INTO "journal_file" VALUES('620100/employee','2027/main.beancount','','a984071219748cae1f7527c915ab413b9d4e502aa1697bf5a1274f74329d59c6');
INSERT INTO "journal_file" VALUES('620100/resident','2027.beancount','','39809da0e5f63273b6e9b98339d4846a2b38612b41ebfe41d104fef69e8591fc');
INSERT INTO "journal_file" VALUES('620100/resident','2027/00.beancount','2026-13','fb8ea427fd844cd226dc8009ff344e044e5d65efa89a14e28b4d996792168e5f');
INSERT INTO "journal_file" VALUES('620100/resident','2027/01.beancount','','5a1a23d23d0e8a06f078303def95bc57104be9b77163afd451c38773fb0ba32f');
INSERT INTO "journal_file" VALUES('620100/resident','2027/main.beancount','','5f74f273440bd10e6f3b5c482e051952276a5e0d8cc1723219d22183e680fe53');
INSERT INTO "journal_file" VALUES('620100/employee','2027.beancount','','cf55994cb646ea74a24158ece6eb181b4152eb6279837985e566c4ace2d4e295');
INSERT INTO "journal_file" VALUES('620100/employee','2027/01.beancount','2027-01','66df09862331959f764e4562d906c45c8d0ab1ca446f2cac25bf005b77af9256');
INSERT INTO "journal_file" VALUES('620100/employee','2027/confirmed.beancount','','7e31fae5e3391bfa2093b63e817cee5042d68ce9739f1f6203e88298c1a50c16');
INSERT INTO "journal_file" VALUES('620100/employee','2027/main.beancount','','d5cdaf8b42e21e6179b1d544976bc87ed9a1fc146bf08b3896b1d2917bcaeedb');
INSERT INTO "journal_file" VALUES('620100/resident','2027.beancount','','583a81538b3ed826e1aa669f1c6a37e536e4bd1ed8494857736bfaeaad88d21d');
INSERT INTO "journal_file" VALUES('620100/resident','2027/01.beancount','2027-01','8c47d37b668fe430e1e3c72da229faa30c39c143ef0543862efd8fb7733c9722');
INSERT INTO "journal_file" VALUES('620100/resident','2027/main.beancount','','8df5dc7f45eae107c87137c9e6e34b16017918298860e9b75f47e9d0cd1b9d09');
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
INSERT INTO "leg" VALUES('620100/employee','019b90d1-b870-7000-816d-b9b807d4bedc',1,1,'1003','3001.01',100000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-bc58-7000-a992-29f706839eb9',1,1,'1004','3001.01',2000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-c040-7000-8096-d04f8a9a021e',1,1,'1101.01.H62010000001.2025','3001.01',3000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-c428-7000-b866-22b6f06c144a',1,1,'3001.01','2001.01.CBAD1E65C',50000);
INSERT INTO "leg" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787',1,1,'1004','1003',60000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0160-7000-961f-f4a03bab6c39',1,1,'1003','3001',20000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df',1,1,'1004','1003',20000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd',1,1,'1101.01.H62010000001.2026','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0',1,1,'1101.01.H62010000002.2026','1004',10000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6',1,1,'1101.01.H62010000003.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8',1,1,'1101.01.H62010000001.2026','1004',8000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b238-7000-b69c-451296c8da19',1,1,'1101.01.H62010000003.2026','1004',-5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57',1,1,'1101.01.H62010000002.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-f0b8-7000-977e-f4f42c4a3698',1,1,'1101.01.H62010000001.2026','1004',-100000);
INSERT INTO "leg" VALUES('620100/employee','019d50db-2768-7000-8588-af5e5fec898f',1,1,'1101.01.H62010000001.2026','1004',-50000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844',1,1,'1101.01.H62010000002.2026','1004',1000000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-fa68-7000-97b6-a4b664ac5db9',1,1,'1004','2001.01.C2A40EBE9',80000);
INSERT INTO "leg" VALUES('620100/employee','019d98f3-ae80-7000-b64a-92a8b410d93c',1,1,'1004','1101.01.H62010000002.2026',1000000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-1e80-7000-8aca-3fbc2b9c014e',1,1,'1101.01.H62010000003.2026','1004',700000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-4d60-7000-bae2-b2338a245e6b',1,1,'1101.01.H62010000003.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','019eecd7-6680-7000-aeae-7e1ff5059285',1,1,'1004','4201.01.01',1234);
INSERT INTO "leg" VALUES('620100/employee','019f257d-6a20-7000-b1c0-e01a84c81999',1,1,'4201.01.01','3001.01',1234);
INSERT INTO "leg" VALUES('620100/employee','01a156d2-8680-7000-9a85-ee6b5b569643',1,1,'5401.01','1101.01.H62010000003.2026',800000);
INSERT INTO "leg" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b',1,1,'1004','4501.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-a9d8-7000-bb94-af6dd1020a15',1,1,'3001.01','5401.01',800000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-b590-7000-8213-cf75415af341',1,1,'4501.01','3001.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2a80-7000-b043-ea9003ba33db',1,1,'1004','1101.01.H62010000001.2026',25000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2e68-7000-91ff-205ac16e2284',1,1,'1004','1101.01.H62010000002.2026',15000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-3250-7000-9131-6d1d3fe31d03',1,1,'1004','1101.01.H62010000001.2025',3000000);
INSERT INTO "leg" VALUES('620100/resident','01a29b43-45d8-7000-b306-c30f1c07724e',1,1,'1004','1101.01.H62010000001.2026',8000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d',2,1,'5001.01.01','1101.01.H62010000001.2026',4000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d',2,2,'5001.01.01','1004',2000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-b268-7000-92d8-f83bb62ac1fe',1,1,'1003','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','01a2f2cf-6d90-7000-8d93-90cff7c882f4',1,1,'3001.01','5001.01.01',6000000);
INSERT INTO "leg" VALUES('620100/resident','01a30242-9130-7000-b4fc-87732be88b46',1,1,'1101.01.H62010000001.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8',1,1,'1004','1003',10000000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5',1,1,'1101.01.H62010000001.2027','1004',500000);
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
INSERT INTO "opening" VALUES('620100/employee','1004',2027,27631234);
INSERT INTO "opening" VALUES('620100/employee','1101.01.H62010000001.2026',2027,850000);
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
INSERT INTO "operator_roles" VALUES('查询己',1,'viewer','2027-01-04T09:00:28+08:00','管理员甲');
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
INSERT INTO "oplog" VALUES('620100/employee','019b89bc-abd0-7000-a46d-d6122265b1f5','2026-01-05T00:00:03+08:00','-','init','兰州市职工医保','{"adopted":"建账","layers":{"gansu":"96c8ef9894692589a4ec0c776256fb35f0a7b3f2d14b50e766a7b97386b61a66","national":"47427a505f36761f639d63319a19d271465f4aa26416d1a7ef5adde240dffefc"},"profile":"gansu","release":"0.1.0","revision":"0010","start":"2026-01","stood":[[0,0,""]]}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bc-bb70-7000-b358-4f8cd8f16adf','2026-01-05T00:00:07+08:00','-','init','兰州市居民医保','{"adopted":"建账","layers":{"gansu":"96c8ef9894692589a4ec0c776256fb35f0a7b3f2d14b50e766a7b97386b61a66","national":"47427a505f36761f639d63319a19d271465f4aa26416d1a7ef5adde240dffefc"},"profile":"gansu","release":"0.1.0","revision":"0010","start":"2026-01","stood":[[0,0,""]]}');
INSERT INTO "oplog" VALUES('-','019b89bc-cb10-7000-8409-f134c386bbc4','2026-01-05T00:00:11+08:00','-','operator-add','管理员甲','{"after":["admin"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-d6c8-7000-878b-fae2414c343c','2026-01-05T00:00:14+08:00','管理员甲','operator-add','制单乙','{"after":["preparer"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-e280-7000-b0b3-9bd17ed4d57b','2026-01-05T00:00:17+08:00','管理员甲','operator-add','审核丙','{"after":["approver"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-ee38-7000-9e39-44187311d8a3','2026-01-05T00:00:20+08:00','管理员甲','operator-add','主管丁','{"after":["poster","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-f9f0-7000-984b-9da5a6cecc1b','2026-01-05T00:00:23+08:00','管理员甲','operator-add','出纳戊','{"after":["cashier"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bd-0990-7000-8d6f-e64bc9e9c616','2026-01-05T00:00:27+08:00','制单乙','hospital-import','hospitals.csv','{"versions":[{"after":{"agency":"","bank_account":"622210000001","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"城关示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000001"},{"after":{"agency":"","bank_account":"622210000002","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"安宁示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000002"},{"after":{"agency":"","bank_account":"622210000003","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"榆中示范卫生院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000003"}]}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-1160-7000-9f39-0b2018072e8c','2026-01-05T00:00:29+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bd-1930-7000-b92c-1b390741c7a8','2026-01-05T00:00:31+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('-','019b89bd-24e8-7000-98f2-a0a3d5f4b3b2','2026-01-05T00:00:34+08:00','管理员甲','operator-add','主管辛','{"after":["approver","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-db98-7000-abef-59fe619699cf','2026-01-06T09:00:32+08:00','制单乙','record','rows.jsonl','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-e750-7000-be04-c31037730edf','2026-01-06T09:00:35+08:00','审核丙','approve','opening-balance-1 … opening-balance-4（4 笔）','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-f6f0-7000-ae74-5e786c0fd4f5','2026-01-06T09:00:39+08:00','主管丁','post','opening-balance-1 … opening-balance-4（4 笔）','{"vouchers":4}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-de38-7000-b0e0-7a2338c0c8fd','2026-01-10T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-e9f0-7000-bc1b-4ffb701966a0','2026-01-10T09:00:07+08:00','审核丙','approve','allocation-5','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-f990-7000-a362-0d227eed8d14','2026-01-10T09:00:11+08:00','主管丁','post','allocation-5','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-14e8-7000-b0b3-5e26380208a9','2026-01-10T09:00:18+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-20a0-7000-bcf1-92bd75a89294','2026-01-10T09:00:21+08:00','审核丙','approve','opening-balance-6 … allocation-7（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-3040-7000-bb4b-e2764a2f20aa','2026-01-10T09:00:25+08:00','主管丁','post','opening-balance-6 … allocation-7（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-7e38-7000-9aa2-b12e05805975','2026-02-03T09:00:04+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-89f0-7000-baa4-2a3cd66b829e','2026-02-03T09:00:07+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-9d78-7000-bb05-232d8e73ca47','2026-02-03T09:00:12+08:00','主管丁','close-month','2026-01','{"digest":"d9ef9db440fd71cd6a83260f528612ac5c87d6ef2b239439a9748d7fd3691207","journals":[["2026/00.beancount","2026-01","6889553418d0d59cd9690a87a22e7624642dc2f5efd0b0050654325ef6607fb7"],["2026/01.beancount","2026-01","63ecc6f5a67adf24447fc7c0fe582ce739a0933f5e7a1f0da3ab912cfd6dd04c"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-b100-7000-8666-678fa46d6753','2026-02-03T09:00:17+08:00','主管丁','close-month','2026-01','{"digest":"83cce9d9fbd2aeb561fa43adf4a3b9f96ebb8cf1e53656a33de2103c66f5b557","journals":[["2026/00.beancount","2026-01","82c3b8b47eadb7d32c3f33d946b8efa9fc41301b12a84dbe09daa2afb2c969ea"],["2026/01.beancount","2026-01","4ac40eb8cded1e3d07b2a3ae459cccbce435104a2b0d594f998cdaf616b872c5"]]}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-9608-7000-a847-51662f978d87','2026-03-03T09:00:06+08:00','主管丁','close-month','2026-02','{"digest":"3b885dfc97be042d02e51c9a8e75229c900ece19e246bd00bc0a92ca14dced11","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019cb135-a990-7000-ae50-19fbfe175330','2026-03-03T09:00:11+08:00','主管丁','close-month','2026-02','{"digest":"872af47b19f33aeca2b3f4ea4c9540529768c361f13520b0ba61a0987102f0d1","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-2d90-7000-a00d-1a2db610a9f7','2026-03-10T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-3560-7000-bde6-c5ebefba91fc','2026-03-10T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-4118-7000-a07e-707d6c0f3459','2026-03-10T09:00:16+08:00','审核丙','approve','拨-1 … 拨-3（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-4cd0-7000-ba40-78d7d47d380d','2026-03-10T09:00:19+08:00','审核丙','approve','居-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-5c70-7000-8c26-7f7dab99254a','2026-03-10T09:00:23+08:00','主管丁','post','拨-1 … 拨-3（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-6c10-7000-922f-aac44da98f1d','2026-03-10T09:00:27+08:00','主管丁','post','居-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-7f98-7000-be4d-071a966baea1','2026-03-10T09:00:32+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-8b50-7000-9ff5-8c45e1ea24c4','2026-03-10T09:00:35+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d4bb4-5e08-7000-bc37-ed29d8a064df','2026-04-02T09:00:06+08:00','主管丁','close-month','2026-03','{"digest":"1ba4ca53e0e094635dfaee0fbc48ad5de4fcfb91659480968c5947230201278b","journals":[["2026/03.beancount","2026-03","6129d0f9a65b421c4485fdb36e883d97c989414c00a3f5dc0cb35a8d2a96bb70"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019d4bb4-7190-7000-992c-b4af815a47c5','2026-04-02T09:00:11+08:00','主管丁','close-month','2026-03','{"digest":"150e65bcdea857ac712835e53f90199f0d84f017b317d15ddd0df89941f54d54","journals":[["2026/03.beancount","2026-03","0cb38891342efc7a65955bbcc993e9003024d0f85bb369428bd7a4eea09337a6"]]}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-c1d8-7000-af99-48733e2434e3','2026-04-03T09:00:08+08:00','制单乙','record','2026-03 记-0003','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-cd90-7000-99df-db2fcc22af58','2026-04-03T09:00:11+08:00','审核丙','approve','拨-3-注销 … 拨-3-订正（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-dd30-7000-aa8b-286b6a107b75','2026-04-03T09:00:15+08:00','主管丁','post','拨-3-注销 … 拨-3-订正（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-f888-7000-b87e-ae758c7e134f','2026-04-03T09:00:22+08:00','制单乙','record','2026-03 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-0440-7000-b1a7-52f6b3fa7aa7','2026-04-03T09:00:25+08:00','审核丙','approve','拨-1-差额','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-13e0-7000-af3e-ec14acab1a6b','2026-04-03T09:00:29+08:00','主管丁','post','拨-1-差额','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-2f38-7000-aa7b-0201705fca16','2026-04-03T09:00:36+08:00','制单乙','record','2026-03 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-3af0-7000-86e8-588582283d15','2026-04-03T09:00:39+08:00','审核丙','approve','拨-1-差额2','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-4a90-7000-8a7a-0869c74803e3','2026-04-03T09:00:43+08:00','主管丁','post','拨-1-差额2','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-0a08-7000-aee5-a2907d5c8dfc','2026-04-15T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-15c0-7000-9e09-575a07923986','2026-04-15T09:00:09+08:00','审核丙','approve','拨-4 … suspense-13（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-2560-7000-93be-f2350b21fbac','2026-04-15T09:00:13+08:00','主管丁','post','拨-4 … suspense-13（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-ba38-7000-a759-0f09fbb230bb','2026-04-17T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-c5f0-7000-a500-d58397dae38d','2026-04-17T09:00:07+08:00','审核丙','approve','payment-return-14','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-d590-7000-a96b-01b664c2f2e3','2026-04-17T09:00:11+08:00','主管丁','post','payment-return-14','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-2a38-7000-8e86-24318092b4d4','2026-04-21T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-35f0-7000-80c9-8c93fb695ffb','2026-04-21T09:00:07+08:00','主管辛','approve','特-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-4590-7000-8cc4-e04cc541013d','2026-04-21T09:00:11+08:00','主管丁','post','特-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-5918-7000-a317-fa3edc3bf364','2026-04-21T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-64d0-7000-99e2-96a83b6fe507','2026-04-21T09:00:19+08:00','主管辛','approve','特-2','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-7470-7000-9601-3e4883868a29','2026-04-21T09:00:23+08:00','主管丁','post','特-2','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-8e38-7000-b63c-cd06f3d4e711','2026-05-06T09:00:04+08:00','出纳戊','sign','出纳','{"signed":9}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-a1c0-7000-969c-0b3e93ea5c4e','2026-05-06T09:00:09+08:00','主管丁','close-month','2026-04','{"digest":"0236839da121b0625b7baf496f15283e930d4454cd32af8f5d7b060379c76db6","journals":[["2026/04.beancount","2026-04","1a31718035674ae343f1104cefb77612a9f4d7f3ebb804725b8e97944e3a5728"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019dfacc-b548-7000-ba39-6d187589a82b','2026-05-06T09:00:14+08:00','主管丁','close-month','2026-04','{"digest":"c4a3ed24d10137e58b3480ba6b3d4164e7a2f7a02a12211fc8c4ead9d5bd6a4f","journals":[]}');
INSERT INTO "oplog" VALUES('-','019dfacc-c4e8-7000-aa30-935044ef7feb','2026-05-06T09:00:18+08:00','制单乙','hospital-account','622299990000','{"accounts":[{"from":"2026-05-01","hospital":"H62010000001","kind":"pooled","number":"622299990000","paper":"财函〔2026〕3号:2026-03-01","until":"","version":1}],"at":"2026-05-06T09:00:16+08:00"}');
INSERT INTO "oplog" VALUES('-','019dfacc-d488-7000-a6f8-f3b28c497c68','2026-05-06T09:00:22+08:00','制单乙','hospital-account','622299990000','{"accounts":[{"from":"2026-05-01","hospital":"H62010000002","kind":"pooled","number":"622299990000","paper":"财函〔2026〕3号:2026-03-01","until":"","version":1}],"at":"2026-05-06T09:00:20+08:00"}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7238-7000-988e-5ef101762741','2026-06-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7df0-7000-b6d8-4121c89da11b','2026-06-22T09:00:07+08:00','审核丙','approve','interest-17','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-8d90-7000-bd18-eccdd20b5d59','2026-06-22T09:00:11+08:00','主管丁','post','interest-17','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-a118-7000-bc0f-b729e2dcaa37','2026-06-22T09:00:16+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-b4a0-7000-a0cc-cc86bd91a1b7','2026-06-22T09:00:21+08:00','主管丁','close-month','2026-05','{"digest":"9dec4121f84e63ca7a0a8ca0680dab39af831f1393a1ca0d6c4c48db5dbc1853","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019eecd7-c828-7000-8845-9f63cf23cae8','2026-06-22T09:00:26+08:00','主管丁','close-month','2026-05','{"digest":"1ee0861df40831cbb4df765fc7fbcab95637f5234bf2c6961f0fa6fc556ce860","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019f257d-7da8-7000-8d26-aba48fb5262c','2026-07-03T09:00:10+08:00','主管丁','close-month','2026-06','{"digest":"e36ea6eb136147e83230753b6cfd6f9b097e8d17c1b58336c76e756aaf900f70","journals":[["2026/06.beancount","2026-06","331d6796f029b083defdc1c6383f513e606a0ee5204236fb848aa2cec49c82a9"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019f257d-9130-7000-bcc8-33556d14475b','2026-07-03T09:00:15+08:00','主管丁','close-month','2026-06','{"digest":"7248c6db6e979cbedd95c11bdc3ecc34f667b2e697a19337f5c8fc0e90a7d2e3","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019fca48-ee08-7000-9eca-5f420e5e18ba','2026-08-04T09:00:06+08:00','主管丁','close-month','2026-07','{"digest":"d81896a89a26d0e50dfd9ba1b3374b2747ad28d133d2836b2da01fcb1265daa2","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019fca49-0190-7000-9757-d5dbdeb8fc4c','2026-08-04T09:00:11+08:00','主管丁','close-month','2026-07','{"digest":"1f18b8e0db16e545ca87a74920fb964cefc944c8a3da9fcdff71fda6a80a0262","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a05fa1-5a08-7000-a37b-4f2591eb79fa','2026-09-02T09:00:06+08:00','主管丁','close-month','2026-08','{"digest":"74684b6e821ebf39806129a87a07d016ccb9890501861af11e61727fdf0edd06","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a05fa1-6d90-7000-bc39-90bd3328ad08','2026-09-02T09:00:11+08:00','主管丁','close-month','2026-08','{"digest":"20b6d40b4ac8f2ae0e96b614d9b5f131ff98eb874b9555ab707d64e9dee25199","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a11e2c-a608-7000-9a75-257781355c53','2026-10-09T09:00:06+08:00','主管丁','close-month','2026-09','{"digest":"c612e31461eaafd6eacf5b62dbab92c672d15b0d75aa49445612ab251a254b9e","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a11e2c-b990-7000-b40d-f37f7c240d49','2026-10-09T09:00:11+08:00','主管丁','close-month','2026-09','{"digest":"b9ca5df62d2fa7d8c5b2477baae2ea152d4ebdabf99cadd6120bfa4112cdc17d","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9238-7000-8019-f6ea58989008','2026-10-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9df0-7000-a291-27af89d9bf02','2026-10-20T09:00:07+08:00','审核丙','approve','核-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-ad90-7000-b255-1ad09f9d0129','2026-10-20T09:00:11+08:00','主管丁','post','核-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-4a38-7000-a664-070175491bc3','2026-10-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-5dc0-7000-b37e-110107295e42','2026-10-22T09:00:09+08:00','审核丙','approve','收-1','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-7918-7000-a8a9-eb873ac7652c','2026-10-22T09:00:16+08:00','主管丁','policy-choose','recovery_credit','{"before":"","from_year":0,"paper":"","reason":"局务会议定","value":"other_income"}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-ce38-7000-8b91-f703959f3a51','2026-10-29T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-d9f0-7000-85dc-cc23dc6b13ab','2026-10-29T09:00:07+08:00','审核丙','approve','recovery-20','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-e990-7000-a344-0fb4cc667e97','2026-10-29T09:00:11+08:00','主管丁','post','recovery-20','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-9a38-7000-b67b-45f8cc0e95ee','2026-11-03T09:00:04+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-c918-7000-bc63-747bd77c96c0','2026-11-03T09:00:16+08:00','主管丁','close-month','2026-10','{"digest":"af455f8d285f94f058e0ba160d83660eb0030320775779bd1e11293b0bcd2dca","journals":[["2026/10.beancount","2026-10","7a77c8be42f3ac92aa92ec67d439b69d668d8465fcef542aceb413b4bdf2d670"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a19eeb-dca0-7000-8482-4f49ac512b01','2026-11-03T09:00:21+08:00','主管丁','close-month','2026-10','{"digest":"447b21941c324dd724ea03b37b5a78f0aa352086a36da84d12b6b53749ef4b21","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a2396a-6a08-7000-b78e-976d154ed512','2026-12-03T09:00:06+08:00','主管丁','close-month','2026-11','{"digest":"f43cc502b4ee0b6113d2085a30e584e884ac505790fa12f4a7866689ffdf0a4a","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2396a-7d90-7000-9cfd-eea30445d656','2026-12-03T09:00:11+08:00','主管丁','close-month','2026-11','{"digest":"13365c10fe887999c915e533a60f28ab5f74d3947fefc3cd4139a5351b2f947f","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-5190-7000-8bd0-a7399ff3078f','2026-12-22T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-5960-7000-9294-04b7582c18c9','2026-12-22T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-6518-7000-8ab7-d56611cbc288','2026-12-22T09:00:16+08:00','审核丙','approve','还-1 … 还-旧（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-70d0-7000-9055-75fb28dd37eb','2026-12-22T09:00:19+08:00','审核丙','approve','还-居','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-8070-7000-bcec-dfcc870266c4','2026-12-22T09:00:23+08:00','主管丁','post','还-1 … 还-旧（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-9010-7000-aa06-a9022b0b8c12','2026-12-22T09:00:27+08:00','主管丁','post','还-居','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-c208-7000-acf7-d1297467537a','2026-12-29T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-cdc0-7000-9fc6-8d57526eb523','2026-12-29T09:00:09+08:00','审核丙','approve','settlement-offset-25 … remittance-26（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-dd60-7000-874e-e64f79490eab','2026-12-29T09:00:13+08:00','主管丁','post','settlement-offset-25 … remittance-26（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de35-f1d8-7000-be82-e1468296f5ea','2027-01-04T09:00:08+08:00','出纳戊','bank-import','12.csv','{"account":"1004","closing":"276297.34","doubled":[],"file":"12.csv","from":"2026-12-20","imported":6,"known":0,"newest_first":false,"opening":"166312.34","reversed_sides":false,"to":"2026-12-31"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-1cd0-7000-8242-c82e257e8454','2027-01-04T09:00:19+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":6,"lines_open":1,"matched":5,"proposed":0,"rules":{"day":5},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-3058-7000-bd6e-e462b80599e9','2027-01-04T09:00:24+08:00','出纳戊','bank-adjust','调节表 1004-2026-12-1','{"bank_adjusted":"276312.34","book":"276312.34","book_adjusted":"276312.34","digest":"6f78dda028918014f5a616ab35d574278840c68c4b41167e8e1590a5e422035d","items":1,"other":"0.00","statement":"276297.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-3c10-7000-9c85-d53b2904acec','2027-01-04T09:00:27+08:00','审核丙','bank-reconcile','调节表 1004-2026-12-1','{"account":"1004","adjusted":"276312.34","approved_at":"2027-01-04T09:00:25+08:00","approved_by":"审核丙","digest":"6f78dda028918014f5a616ab35d574278840c68c4b41167e8e1590a5e422035d","period":"2026-12","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('-','01a2de36-47c8-7000-a067-5f29b46108cc','2027-01-04T09:00:30+08:00','管理员甲','operator-add','查询己','{"after":["viewer"],"before":[],"books":["620100/employee"]}');
INSERT INTO "oplog" VALUES('-','01a2de36-5380-7000-9b4e-7ad0ad9cedde','2027-01-04T09:00:33+08:00','管理员甲','password-set','查询己','{"version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-6320-7000-b543-80258b7199cd','2027-01-04T09:00:37+08:00','制单乙','policy-propose','late_scope','{"from_year":2027,"paper":"兰医保纪要〔2026〕3号","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2de36-72c0-7000-be86-c6fc3879399b','2027-01-04T09:00:41+08:00','制单乙','policy-propose','late_scope','{"from_year":2027,"paper":"兰医保纪要〔2026〕3号","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-8648-7000-a85e-90d0f9c08fef','2027-01-04T09:00:46+08:00','主管丁','policy-confirm','late_scope','{"before":"","from_year":2027,"paper":"兰医保纪要〔2026〕3号","proposed_by":"制单乙","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-55a8-7000-81f6-fe49a6048457','2027-01-05T09:00:10+08:00','制单乙','confirm-send','2026-12-31','{"letters":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-6930-7000-ab31-9a956518093d','2027-01-05T09:00:15+08:00','审核丙','approve','对账函-20261231-H62010000001 … 对账函-20261231-H62010000003（3 笔）','{"drafts":3,"registers":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda8-f638-7000-aa3a-8dfd523d2a54','2027-01-07T09:00:04+08:00','制单乙','record','回函.csv','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda9-09c0-7000-9b48-7d33a185cc8e','2027-01-07T09:00:09+08:00','审核丙','approve','回函-对账函-20261231-H62010000001','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-5238-7000-af32-66ba0f0c8a89','2027-01-08T09:00:04+08:00','出纳戊','sign','出纳','{"signed":5}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-5df0-7000-880b-320a4c717095','2027-01-08T09:00:07+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-8500-7000-8309-4280e023033d','2027-01-08T09:00:17+08:00','主管丁','close-month','2026-12','{"digest":"f85fdf7b2b9e2d295173aed3a4dd1cd47ed3795a1f3e3cee12cf9bcf469bd0b9","journals":[["2026/12.beancount","2026-12","648e34554af8465e6c96b7f30be5c6a773aa31b359b21cbe31a871104918360d"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-9888-7000-8486-ca004e6f5a94','2027-01-08T09:00:22+08:00','主管丁','close-month','2026-12','{"digest":"ac8d341c64b4695beefbec7dae88d9e2bc4548dcc7f5d75d3d74f48199b173aa","journals":[["2026/12.beancount","2026-12","adf0ba173760b7e6168003fecaf1991add3575059e7641f128b7c511028c3461"]]}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-b3e0-7000-bab3-04434f73fd94','2027-01-08T09:00:29+08:00','制单乙','record','替代核对','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-c768-7000-9310-7670f07534fe','2027-01-08T09:00:34+08:00','主管丁','approve','替代核对-2026','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-ded8-7000-a427-fd256a8a43ef','2027-01-08T09:00:40+08:00','制单乙','record','替代核对','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-f260-7000-8858-5408409a8a78','2027-01-08T09:00:45+08:00','主管丁','approve','替代核对-2026','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2d0-05e8-7000-a3e2-cae0022bc320','2027-01-08T09:00:50+08:00','主管丁','close-year','2026','{"digest":"65fdeffd45ddca1618a7dad6158f1434e384ac1b0e0561dd16140b15ca5ce3f2","journals":[["2027/00.beancount","2026-13","21ce2f6c1c290019bfcf5f2eb77274fb6dedb52fc0d909221009df30024a9d64"]],"reason":"","unconfirmed":["H62010000002","H62010000003"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2d0-1588-7000-b66f-0765e0f3a7ef','2027-01-08T09:00:54+08:00','主管丁','close-year','2026','{"digest":"e5aeee45faaf7f6b2b6acfff8942b1ea3cbd6aa71a7eb6ed396c58a975f79b7c","journals":[["2027/00.beancount","2026-13","fb8ea427fd844cd226dc8009ff344e044e5d65efa89a14e28b4d996792168e5f"]],"reason":"","unconfirmed":["H62010000001"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-9900-7000-b7ac-3819de26e655','2027-01-11T09:00:17+08:00','制单乙','record','2026-12 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-a4b8-7000-b1eb-cd89f9495568','2027-01-11T09:00:20+08:00','审核丙','approve','还-居-更正','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-b458-7000-a7de-9f6bb43adc4f','2027-01-11T09:00:24+08:00','主管丁','post','还-居-更正','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-a238-7000-8cd3-79cf60c290d0','2027-01-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-adf0-7000-8656-6e7b58d07674','2027-01-20T09:00:07+08:00','审核丙','approve','allocation-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-bd90-7000-a4b2-4d5f34accd78','2027-01-20T09:00:11+08:00','主管丁','post','allocation-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-d118-7000-a5d9-a6736ed5d1bf','2027-01-20T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-dcd0-7000-9f82-acbb31b1c27e','2027-01-20T09:00:19+08:00','审核丙','approve','拨-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-ec70-7000-bc07-6fca1abb8ba3','2027-01-20T09:00:23+08:00','主管丁','post','拨-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-fff8-7000-8119-cedd7ff2e341','2027-01-20T09:00:28+08:00','出纳戊','bank-import','1.csv','{"account":"1004","closing":"371297.34","doubled":[],"file":"1.csv","from":"2027-01-20","imported":2,"known":0,"newest_first":false,"opening":"276297.34","reversed_sides":false,"to":"2027-01-20"}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309c-1f38-7000-9201-aaa0e65150b5','2027-01-20T09:00:36+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":3,"lines_open":1,"matched":2,"proposed":0,"rules":{"day":2},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-5e50-7000-8a0b-b82f04a1bde4','2027-02-05T09:00:03+08:00','出纳戊','bank-adjust','调节表 1004-2027-01-1','{"bank_adjusted":"371312.34","book":"371312.34","book_adjusted":"371312.34","digest":"f41a679b01f75b401de2f3ac494949916b5bd7b0fa2d3e5bc03bd94c60d70e19","items":1,"other":"0.00","statement":"371297.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-6a08-7000-b6e1-e1cb336b1a45','2027-02-05T09:00:06+08:00','审核丙','bank-reconcile','调节表 1004-2027-01-1','{"account":"1004","adjusted":"371312.34","approved_at":"2027-02-05T09:00:04+08:00","approved_by":"审核丙","digest":"f41a679b01f75b401de2f3ac494949916b5bd7b0fa2d3e5bc03bd94c60d70e19","period":"2027-01","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-7d90-7000-b3e9-b3cf53e6d093','2027-02-05T09:00:11+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/resident','01a38301-8948-7000-a40d-c572fcaf4a5a','2027-02-05T09:00:14+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-a0b8-7000-88a6-2f6cc85f0d46','2027-02-05T09:00:20+08:00','主管丁','close-month','2027-01','{"digest":"85d120e62247ac0e6824b78349b04f4c3a91bc76e6b63cadbed201f802b38eb0","journals":[["2027/01.beancount","2027-01","66df09862331959f764e4562d906c45c8d0ab1ca446f2cac25bf005b77af9256"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a38301-b440-7000-9b78-acce56cef8ec','2027-02-05T09:00:25+08:00','主管丁','close-month','2027-01','{"digest":"021088b1e4ef704beb8ab1b3b86dcfd90f14c54d2c65940d1efef1cb7dc65c68","journals":[["2027/01.beancount","2027-01","8c47d37b668fe430e1e3c72da229faa30c39c143ef0543862efd8fb7733c9722"]]}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-c7c8-7000-862b-804faca91679','2027-02-05T09:00:30+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
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
INSERT INTO "period" VALUES('620100/employee','2026-04',9);
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
INSERT INTO "policy_layer" VALUES('620100/employee','national',1,0,'47427a505f36761f639d63319a19d271465f4aa26416d1a7ef5adde240dffefc','# 全国层：国家统一的会计制度和医保办函〔2024〕101号。每个值注明条款和生效日期；下层可以覆盖。
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
  cashier_signature:
    item: R-081
    question: 收付款凭证出纳怎样签章：结账以前在系统里签，还是签在打印的纸质凭证上
    clause: 《会计基础工作规范》第五十一条(一)
    items: [R-081]
    readings:
      system: 账套有出纳的，由出纳在系统里签齐，才能结账
      paper: 纸上签章：签在打印的凭证上，结账时不再查
    presumed: system
  successor_sanction:
    item: A-24
    question: 债务由承接单位承担时，处罚是否一并转给承接单位（A-24）
    clause: 通知没有规定
    items: [A-24]
    readings:
      follows: 随债务转给承接单位
      stays: 只处罚原单位
  short_history:
    item: A-28
    question: 正常结算的自然年度少于口径的年数，基数按几年平均（A-28，通知没有规定）
    clause: 通知没有规定
    items: [A-28, G-20]
    readings:
      settled: 只取正常结算满的自然年度，除以这些年的月数
      asked: 仍按口径的年数平均，没有支出的月份按零计
    presumed: settled
  old_default:
    item: A-30
    question: 以前年度的预付金逾期后一直没有还清，次年以后的各年是否继续处罚（A-30，通知只写“次年”）
    clause: 通知没有规定
    items: [A-30, G-36, H-28]
    readings:
      next_year: 只处罚逾期的次年
      until_returned: 每年都处罚，直到还清或者核销
    presumed: next_year
  paid_after_deadline:
    item: A-33
    question: 返还期限之后才拨付、年底没有返还的，算不算当年逾期（A-33，通知没有规定）
    clause: 通知没有规定
    items: [A-33, G-36, H-28]
    readings:
      not_late: 不算，到期限时还没有拨付
      late: 算，年底没有全额返还
    presumed: not_late
  one_account_each:
    item: A-17
    question: 通知写贷记“支出户存款”“和”（或“或”）“财政专户存款”，一笔拨付贷记几个账户（A-17）
    clause: 财会〔2017〕28号·1101三(四)
    items: [A-17, H-30]
    readings:
      one: 每笔贷记其中一个，视同“或”
    presumed: one
','建账','-','2026-01-05T00:00:01+08:00','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_layer" VALUES('620100/employee','gansu',1,1,'96c8ef9894692589a4ec0c776256fb35f0a7b3f2d14b50e766a7b97386b61a66','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
layer: gansu
title: 甘医保发〔2025〕11号
document: 甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
parent: national
areas: ["62"]
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
  key_work_required:
    value: true
    clause: 甘肃·二(三)
    items: [G-17]
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
      own_share: 各基金各付各的；本程序只测算和预付基本医保统筹基金的部分，大额和公务员补助的部分在它们自己的账里办
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
  adjustment_order:
    item: A-29
    question: 特殊调整在定额核拨之前还是之后（A-29，通知没有规定）
    clause: 甘肃·三
    items: [A-29, G-25, G-26]
    readings:
      before_floor: 先调整，再看够不够定额
      after_floor: 先定额，再调整
    presumed: before_floor
  undertaking_age:
    item: A-32
    question: 以前年度作出的承诺，今年申请还算不算（A-32，通知没有写承诺的期限）
    clause: 甘肃·二(二)
    items: [A-32, G-16]
    readings:
      any: 算，承诺没有期限
      twelve_months: 申请前12个月以内作出的才算
    presumed: any
  old_working_capital:
    item: A-19
    question: 原周转金（甘医保发〔2024〕25号）的余额怎样处理（A-19）
    clause: 甘肃·六
    items: [A-19, G-66]
    readings:
      opening: 作为期初余额转入医保预付金，注明原拨付年度
    presumed: opening
','建账','-','2026-01-05T00:00:01+08:00','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_layer" VALUES('620100/resident','national',1,0,'47427a505f36761f639d63319a19d271465f4aa26416d1a7ef5adde240dffefc','# 全国层：国家统一的会计制度和医保办函〔2024〕101号。每个值注明条款和生效日期；下层可以覆盖。
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
  cashier_signature:
    item: R-081
    question: 收付款凭证出纳怎样签章：结账以前在系统里签，还是签在打印的纸质凭证上
    clause: 《会计基础工作规范》第五十一条(一)
    items: [R-081]
    readings:
      system: 账套有出纳的，由出纳在系统里签齐，才能结账
      paper: 纸上签章：签在打印的凭证上，结账时不再查
    presumed: system
  successor_sanction:
    item: A-24
    question: 债务由承接单位承担时，处罚是否一并转给承接单位（A-24）
    clause: 通知没有规定
    items: [A-24]
    readings:
      follows: 随债务转给承接单位
      stays: 只处罚原单位
  short_history:
    item: A-28
    question: 正常结算的自然年度少于口径的年数，基数按几年平均（A-28，通知没有规定）
    clause: 通知没有规定
    items: [A-28, G-20]
    readings:
      settled: 只取正常结算满的自然年度，除以这些年的月数
      asked: 仍按口径的年数平均，没有支出的月份按零计
    presumed: settled
  old_default:
    item: A-30
    question: 以前年度的预付金逾期后一直没有还清，次年以后的各年是否继续处罚（A-30，通知只写“次年”）
    clause: 通知没有规定
    items: [A-30, G-36, H-28]
    readings:
      next_year: 只处罚逾期的次年
      until_returned: 每年都处罚，直到还清或者核销
    presumed: next_year
  paid_after_deadline:
    item: A-33
    question: 返还期限之后才拨付、年底没有返还的，算不算当年逾期（A-33，通知没有规定）
    clause: 通知没有规定
    items: [A-33, G-36, H-28]
    readings:
      not_late: 不算，到期限时还没有拨付
      late: 算，年底没有全额返还
    presumed: not_late
  one_account_each:
    item: A-17
    question: 通知写贷记“支出户存款”“和”（或“或”）“财政专户存款”，一笔拨付贷记几个账户（A-17）
    clause: 财会〔2017〕28号·1101三(四)
    items: [A-17, H-30]
    readings:
      one: 每笔贷记其中一个，视同“或”
    presumed: one
','建账','-','2026-01-05T00:00:05+08:00','-','2026-01-05T00:00:05+08:00');
INSERT INTO "policy_layer" VALUES('620100/resident','gansu',1,1,'96c8ef9894692589a4ec0c776256fb35f0a7b3f2d14b50e766a7b97386b61a66','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
layer: gansu
title: 甘医保发〔2025〕11号
document: 甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
parent: national
areas: ["62"]
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
  key_work_required:
    value: true
    clause: 甘肃·二(三)
    items: [G-17]
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
      own_share: 各基金各付各的；本程序只测算和预付基本医保统筹基金的部分，大额和公务员补助的部分在它们自己的账里办
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
  adjustment_order:
    item: A-29
    question: 特殊调整在定额核拨之前还是之后（A-29，通知没有规定）
    clause: 甘肃·三
    items: [A-29, G-25, G-26]
    readings:
      before_floor: 先调整，再看够不够定额
      after_floor: 先定额，再调整
    presumed: before_floor
  undertaking_age:
    item: A-32
    question: 以前年度作出的承诺，今年申请还算不算（A-32，通知没有写承诺的期限）
    clause: 甘肃·二(二)
    items: [A-32, G-16]
    readings:
      any: 算，承诺没有期限
      twelve_months: 申请前12个月以内作出的才算
    presumed: any
  old_working_capital:
    item: A-19
    question: 原周转金（甘医保发〔2024〕25号）的余额怎样处理（A-19）
    clause: 甘肃·六
    items: [A-19, G-66]
    readings:
      opening: 作为期初余额转入医保预付金，注明原拨付年度
    presumed: opening
','建账','-','2026-01-05T00:00:05+08:00','-','2026-01-05T00:00:05+08:00');
CREATE TABLE policy_proposal (
	book TEXT NOT NULL, 
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	from_year INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	CONSTRAINT pk_policy_proposal PRIMARY KEY (book, name, version, place), 
	CONSTRAINT fk_policy_proposal_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "policy_proposal" VALUES('620100/employee','late_scope',1,1,'"all"',2027,'会议定','兰医保纪要〔2026〕3号','制单乙','2027-01-04T09:00:35+08:00');
INSERT INTO "policy_proposal" VALUES('620100/resident','late_scope',1,1,'"all"',2027,'会议定','兰医保纪要〔2026〕3号','制单乙','2027-01-04T09:00:39+08:00');
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
INSERT INTO "policy_value" VALUES('620100/employee','recovery_credit',1,'"other_income"','本单位选定（2026-10-22 主管丁）','choice','2026-10-22','局务会议定','主管丁','2026-10-22T09:00:14+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','late_scope',1,'"all"','本单位选定（2027-01-04 制单乙 提出，主管丁 确认，兰医保纪要〔2026〕3号）','choice','2027','会议定','主管丁','2027-01-04T09:00:44+08:00');
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
INSERT INTO "seal" VALUES('620100/employee','2026-01',1,7,60000000,60000000,'606b276c3f89986b7d57cc5873859f90480374e3f8e2b6f598651fdc44f37d24','dd18039f6e9e218a8d474d1f81532f945d7eec0dad2a2978f2b48967b988b80f',11,'275c8131b30d4352dc0dc8169456d6a13e03fc43880b0491d726e02e0d85ab33','','d9ef9db440fd71cd6a83260f528612ac5c87d6ef2b239439a9748d7fd3691207','主管丁','2026-02-03T09:00:10+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-01',1,3,20000000,20000000,'a705e82f3f1b48cd4c2fe7b37cdd79fbb80255a82dce623bedd50893b08e50c0','2c112944963cf0035db1db9d2025137b79be0440b96154a6ef9c37c2a67afe78',4,'4dce262d9f1edd5fceb52a545e3bd80271e55d5daf08906f29abb09dc27bbd7b','','83cce9d9fbd2aeb561fa43adf4a3b9f96ebb8cf1e53656a33de2103c66f5b557','主管丁','2026-02-03T09:00:15+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-02',0,0,0,0,'448d8afbd6b05f695078d03959457956cdb244b7bc5a33f823369d5865642ac4','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',11,'275c8131b30d4352dc0dc8169456d6a13e03fc43880b0491d726e02e0d85ab33','d9ef9db440fd71cd6a83260f528612ac5c87d6ef2b239439a9748d7fd3691207','3b885dfc97be042d02e51c9a8e75229c900ece19e246bd00bc0a92ca14dced11','主管丁','2026-03-03T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-02',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',4,'4dce262d9f1edd5fceb52a545e3bd80271e55d5daf08906f29abb09dc27bbd7b','83cce9d9fbd2aeb561fa43adf4a3b9f96ebb8cf1e53656a33de2103c66f5b557','872af47b19f33aeca2b3f4ea4c9540529768c361f13520b0ba61a0987102f0d1','主管丁','2026-03-03T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-03',3,3,45000000,45000000,'b71aae0a9f71bc86c5333514f3b371c0e5f028c66e0efb7ebd6f8fd8e3eb9006','17c370aed30c2e97548ec08953d5e33a5a3b9081983d2239abf9b6fcaabf8d18',14,'4158d795dc5755a4bd9f12c7f9a7a52d51bf405bf95fa3bbd0cc34a2bed9e646','3b885dfc97be042d02e51c9a8e75229c900ece19e246bd00bc0a92ca14dced11','1ba4ca53e0e094635dfaee0fbc48ad5de4fcfb91659480968c5947230201278b','主管丁','2026-04-02T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-03',1,1,8000000,8000000,'004e26444f97fd0a710e848ca8d29b204c680417e4b28a10bf8344ab3d35f28e','7e220e7609d141c120042e385e79f3f2d38945e46b545f638d6453d4fef24276',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','872af47b19f33aeca2b3f4ea4c9540529768c361f13520b0ba61a0987102f0d1','150e65bcdea857ac712835e53f90199f0d84f017b317d15ddd0df89941f54d54','主管丁','2026-04-02T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-04',9,9,2730000,2730000,'90144e2befbbba1e7dbeedbe5aa5ea0c0cdc6d65851f972fac11d234df14aec5','39a4a1936e3f455bc150c0930692328548d8b65c0f0666e5c4ef0049cddf44a2',23,'63e59cef6bfd162adbcc522a240e0bb04db67e5048b0f2ba433baa73e89ab2f9','1ba4ca53e0e094635dfaee0fbc48ad5de4fcfb91659480968c5947230201278b','0236839da121b0625b7baf496f15283e930d4454cd32af8f5d7b060379c76db6','主管丁','2026-05-06T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-04',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','150e65bcdea857ac712835e53f90199f0d84f017b317d15ddd0df89941f54d54','c4a3ed24d10137e58b3480ba6b3d4164e7a2f7a02a12211fc8c4ead9d5bd6a4f','主管丁','2026-05-06T09:00:12+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-05',0,0,0,0,'d5ac96e04119fd5cd2a455e567f7a136924f6ca868e90fabb9e74be8959aceda','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'c30d8d9da0e26373e9d3bab533e525efd9b59d0d2d35783359c1fc6d6a0b9a98','0236839da121b0625b7baf496f15283e930d4454cd32af8f5d7b060379c76db6','9dec4121f84e63ca7a0a8ca0680dab39af831f1393a1ca0d6c4c48db5dbc1853','主管丁','2026-06-22T09:00:19+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-05',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','c4a3ed24d10137e58b3480ba6b3d4164e7a2f7a02a12211fc8c4ead9d5bd6a4f','1ee0861df40831cbb4df765fc7fbcab95637f5234bf2c6961f0fa6fc556ce860','主管丁','2026-06-22T09:00:24+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-06',2,2,2468,2468,'dfaed854e4aba5fb4bf39f0d339f5dde8f7d8d0587c2d0992ff5bb9783cf195d','115d1f5e0d399ca37d9a39f6ec60ca540ee4061c8d1092f702e5171ae0d86f25',25,'2e3ac0b868bae05df55e10c52aa1f0f60193e7b0b31eec41b520e01834c1a5e8','9dec4121f84e63ca7a0a8ca0680dab39af831f1393a1ca0d6c4c48db5dbc1853','e36ea6eb136147e83230753b6cfd6f9b097e8d17c1b58336c76e756aaf900f70','主管丁','2026-07-03T09:00:08+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-06',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','1ee0861df40831cbb4df765fc7fbcab95637f5234bf2c6961f0fa6fc556ce860','7248c6db6e979cbedd95c11bdc3ecc34f667b2e697a19337f5c8fc0e90a7d2e3','主管丁','2026-07-03T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-07',0,0,0,0,'702aa114382e8af0381e1cc70c579d1ac70df8de57b0bd438729b558586ec8bd','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'2e3ac0b868bae05df55e10c52aa1f0f60193e7b0b31eec41b520e01834c1a5e8','e36ea6eb136147e83230753b6cfd6f9b097e8d17c1b58336c76e756aaf900f70','d81896a89a26d0e50dfd9ba1b3374b2747ad28d133d2836b2da01fcb1265daa2','主管丁','2026-08-04T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-07',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','7248c6db6e979cbedd95c11bdc3ecc34f667b2e697a19337f5c8fc0e90a7d2e3','1f18b8e0db16e545ca87a74920fb964cefc944c8a3da9fcdff71fda6a80a0262','主管丁','2026-08-04T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-08',0,0,0,0,'702aa114382e8af0381e1cc70c579d1ac70df8de57b0bd438729b558586ec8bd','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'2e3ac0b868bae05df55e10c52aa1f0f60193e7b0b31eec41b520e01834c1a5e8','d81896a89a26d0e50dfd9ba1b3374b2747ad28d133d2836b2da01fcb1265daa2','74684b6e821ebf39806129a87a07d016ccb9890501861af11e61727fdf0edd06','主管丁','2026-09-02T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-08',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','1f18b8e0db16e545ca87a74920fb964cefc944c8a3da9fcdff71fda6a80a0262','20b6d40b4ac8f2ae0e96b614d9b5f131ff98eb874b9555ab707d64e9dee25199','主管丁','2026-09-02T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-09',0,0,0,0,'702aa114382e8af0381e1cc70c579d1ac70df8de57b0bd438729b558586ec8bd','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'2e3ac0b868bae05df55e10c52aa1f0f60193e7b0b31eec41b520e01834c1a5e8','74684b6e821ebf39806129a87a07d016ccb9890501861af11e61727fdf0edd06','c612e31461eaafd6eacf5b62dbab92c672d15b0d75aa49445612ab251a254b9e','主管丁','2026-10-09T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-09',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','20b6d40b4ac8f2ae0e96b614d9b5f131ff98eb874b9555ab707d64e9dee25199','b9ca5df62d2fa7d8c5b2477baae2ea152d4ebdabf99cadd6120bfa4112cdc17d','主管丁','2026-10-09T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-10',4,5,2000000,2000000,'62dc99f094626a5f888ebf02aec47d15697f8b7e1a1bbaa73ec799cecd339b62','916e0711c157f3309d29e822e2c847ee396cf678f3dfaead340fc20baec68db5',30,'88871963b81e5626b289ecbf217e13cfcc0e727284851bfc9457633ca8c94159','c612e31461eaafd6eacf5b62dbab92c672d15b0d75aa49445612ab251a254b9e','af455f8d285f94f058e0ba160d83660eb0030320775779bd1e11293b0bcd2dca','主管丁','2026-11-03T09:00:14+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-10',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','b9ca5df62d2fa7d8c5b2477baae2ea152d4ebdabf99cadd6120bfa4112cdc17d','447b21941c324dd724ea03b37b5a78f0aa352086a36da84d12b6b53749ef4b21','主管丁','2026-11-03T09:00:19+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-11',0,0,0,0,'d6a1cc9a660567d132d3fff5546eecd4506b6a576228ed9748a50287c7b3a0ac','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',30,'88871963b81e5626b289ecbf217e13cfcc0e727284851bfc9457633ca8c94159','af455f8d285f94f058e0ba160d83660eb0030320775779bd1e11293b0bcd2dca','f43cc502b4ee0b6113d2085a30e584e884ac505790fa12f4a7866689ffdf0a4a','主管丁','2026-12-03T09:00:04+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-11',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'1a3430e8fb77ac29e922c35eb3a7a68d71543a4c653dafa76ec38a913d9cd62f','447b21941c324dd724ea03b37b5a78f0aa352086a36da84d12b6b53749ef4b21','13365c10fe887999c915e533a60f28ab5f74d3947fefc3cd4139a5351b2f947f','主管丁','2026-12-03T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-12',6,9,85000000,85000000,'aa5c6b5866265494d8fbe4197684cc509714de6c3f11b18ba00b4f2f316c6b34','67ba0b5bca35116fe3d2ee1132fa61fc8d12930cdccc162735d23ecbb6ae5c4f',39,'4741b4cf654bfe36a052418922b040aacd3ca0fc1b3aa43a561c897c182edf75','f43cc502b4ee0b6113d2085a30e584e884ac505790fa12f4a7866689ffdf0a4a','f85fdf7b2b9e2d295173aed3a4dd1cd47ed3795a1f3e3cee12cf9bcf469bd0b9','主管丁','2027-01-08T09:00:14+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-12',1,1,8000000,8000000,'8b63a7cd9c7566b0996d28e3f0b9c43ef475698d6d7d6775cfd5e78aedd6267a','30cbad509fdd9098223128fa360dd43fc4b86bb261a9b7a9d5b4d323f699fd6b',6,'1bae79671375309278121eb4ee61f12d9078d3b631be1df5c8484ea18076c984','13365c10fe887999c915e533a60f28ab5f74d3947fefc3cd4139a5351b2f947f','ac8d341c64b4695beefbec7dae88d9e2bc4548dcc7f5d75d3d74f48199b173aa','主管丁','2027-01-08T09:00:20+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-13',0,0,0,0,'1cfa5912483852d49634b26afe74f4cc5a0d2951e212586f48c224de9a87e291','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',39,'4741b4cf654bfe36a052418922b040aacd3ca0fc1b3aa43a561c897c182edf75','f85fdf7b2b9e2d295173aed3a4dd1cd47ed3795a1f3e3cee12cf9bcf469bd0b9','65fdeffd45ddca1618a7dad6158f1434e384ac1b0e0561dd16140b15ca5ce3f2','主管丁','2027-01-08T09:00:48+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-13',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',6,'1bae79671375309278121eb4ee61f12d9078d3b631be1df5c8484ea18076c984','ac8d341c64b4695beefbec7dae88d9e2bc4548dcc7f5d75d3d74f48199b173aa','e5aeee45faaf7f6b2b6acfff8942b1ea3cbd6aa71a7eb6ed396c58a975f79b7c','主管丁','2027-01-08T09:00:52+08:00');
INSERT INTO "seal" VALUES('620100/employee','2027-01',2,8,10500000,10500000,'a587ab976a21dd9d839ada221baff6dba5eef01e50492cb2d8b88b6f3d53da48','7235c9af634d717232b1d6e77b6ce57a8c7f5fe8558a5c00a661f4c037dd7cfa',8,'e85133bd64bc958f8bc478e384fb29fd204860c8701a971cb397e97f529b0634','65fdeffd45ddca1618a7dad6158f1434e384ac1b0e0561dd16140b15ca5ce3f2','85d120e62247ac0e6824b78349b04f4c3a91bc76e6b63cadbed201f802b38eb0','主管丁','2027-02-05T09:00:17+08:00');
INSERT INTO "seal" VALUES('620100/resident','2027-01',1,2,100000,100000,'d8d2732ad31ba2eb8d248ebea7995f41f490a30183059548c867311b1b92dadd','8b00cb5a00e17afdda2397eb8aa69679bebb140d3891e011c6113e65ef70a042',2,'1a0fe0be81b4f39829a8af56e49d8593f45f32663a180979bfb04009d0efc948','e5aeee45faaf7f6b2b6acfff8942b1ea3cbd6aa71a7eb6ed396c58a975f79b7c','021088b1e4ef704beb8ab1b3b86dcfd90f14c54d2c65940d1efef1cb7dc65c68','主管丁','2027-02-05T09:00:23+08:00');
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
INSERT INTO "signature" VALUES('620100/employee','019b90d1-b870-7000-816d-b9b807d4bedc','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019b90d1-bc58-7000-a992-29f706839eb9','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0160-7000-961f-f4a03bab6c39','cashier','出纳戊','2026-02-03T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df','cashier','出纳戊','2026-02-03T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8','cashier','出纳戊','2026-03-10T09:00:33+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-b238-7000-b69c-451296c8da19','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-f0b8-7000-977e-f4f42c4a3698','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50db-2768-7000-8588-af5e5fec898f','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d8ea6-fa68-7000-97b6-a4b664ac5db9','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d98f3-ae80-7000-b64a-92a8b410d93c','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019dad8d-1e80-7000-8aca-3fbc2b9c014e','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019dad8d-4d60-7000-bae2-b2338a245e6b','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019eecd7-6680-7000-aeae-7e1ff5059285','cashier','出纳戊','2026-06-22T09:00:14+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b','cashier','出纳戊','2026-11-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-2a80-7000-b043-ea9003ba33db','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-2e68-7000-91ff-205ac16e2284','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-3250-7000-9131-6d1d3fe31d03','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a2bf4f-b268-7000-92d8-f83bb62ac1fe','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/resident','01a29b43-45d8-7000-b306-c30f1c07724e','cashier','出纳戊','2027-01-08T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8','cashier','出纳戊','2027-02-05T09:00:09+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5','cashier','出纳戊','2027-02-05T09:00:09+08:00');
INSERT INTO "signature" VALUES('620100/resident','01a30242-9130-7000-b4fc-87732be88b46','cashier','出纳戊','2027-02-05T09:00:12+08:00');
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
INSERT INTO "turnover" VALUES('620100/employee','1004','2026-04',1080000,1650000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000002.2026','2026-04',6000000,1000000);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000003.2026','2026-04',-4200000,0);
INSERT INTO "turnover" VALUES('620100/employee','1101.01.H62010000001.2026','2026-04',-150000,0);
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
CREATE TABLE upgrade (
	book TEXT NOT NULL, 
	revision TEXT NOT NULL, 
	release TEXT NOT NULL, 
	chain_year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	head TEXT NOT NULL, 
	CONSTRAINT pk_upgrade PRIMARY KEY (book, revision, chain_year), 
	CONSTRAINT fk_upgrade_book FOREIGN KEY(book) REFERENCES book (book)
)
 STRICT

;
INSERT INTO "upgrade" VALUES('620100/employee','0010','0.1.0',0,0,'');
INSERT INTO "upgrade" VALUES('620100/resident','0010','0.1.0',0,0,'');
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
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-b870-7000-816d-b9b807d4bedc','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-bc58-7000-a992-29f706839eb9','2026-00',2,'opening-balance','期初：支出户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-c040-7000-8096-d04f8a9a021e','2026-00',3,'opening-balance','期初：城关示范医院2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-c428-7000-b866-22b6f06c144a','2026-00',4,'opening-balance','期初：暂收款来历不明的汇款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019ba56a-d280-7000-a1c4-ae2f076f3787','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-5）',1,3);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0160-7000-961f-f4a03bab6c39','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0548-7000-ab51-7c8f3b1a11df','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-7）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0680-7000-92f8-0f6cdc2574bd','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0a68-7000-af8f-b7021ef2a4f0','2026-03',2,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0e50-7000-b951-1b75552b82f6','2026-03',3,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/resident','019cd542-21d8-7000-be49-c3d3b8b333a8','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b238-7000-b69c-451296c8da19','2026-04',1,'disbursement','注销2026年3月10日记-0003号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b620-7000-9ebc-09ef08d6af57','2026-04',2,'disbursement','订正2026年3月10日记-0003号凭证：拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-f0b8-7000-977e-f4f42c4a3698','2026-04',3,'disbursement','调减2026年3月10日记-0001号凭证金额 1,000.00',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d50db-2768-7000-8588-af5e5fec898f','2026-04',4,'disbursement','调减2026年3月10日记-0001号凭证金额 500.00',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-f680-7000-b5c1-c41f855c3844','2026-04',5,'disbursement','拨付安宁示范医院2026年度医保预付金',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-fa68-7000-97b6-a4b664ac5db9','2026-04',6,'suspense','暂收来款待查来款待查',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019d98f3-ae80-7000-b64a-92a8b410d93c','2026-04',7,'payment-return','安宁示范医院2026年度医保预付金退汇（原拨付拨-4）',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-1e80-7000-8aca-3fbc2b9c014e','2026-04',8,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-4d60-7000-bae2-b2338a245e6b','2026-04',9,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019eecd7-6680-7000-aeae-7e1ff5059285','2026-06',1,'interest','支出户2026年6月结息',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019f257d-6a20-7000-b1c0-e01a84c81999','2026-06',2,'period-end','结转2026年6月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a156d2-8680-7000-9a85-ee6b5b569643','2026-10',1,'write-off','核销榆中示范卫生院2026年度医保预付金（court-document-18；government-approval-18）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a1852b-c280-7000-a33f-97342d5db79b','2026-10',2,'recovery','收回已核销的榆中示范卫生院2026年度医保预付金（other-20）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-a9d8-7000-bb94-af6dd1020a15','2026-10',3,'period-end','结转2026年10月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-b590-7000-8213-cf75415af341','2026-10',4,'period-end','结转2026年10月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2a80-7000-b043-ea9003ba33db','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2e68-7000-91ff-205ac16e2284','2026-12',2,'repayment','安宁示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-3250-7000-9131-6d1d3fe31d03','2026-12',3,'repayment','城关示范医院返还2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/resident','01a29b43-45d8-7000-b306-c30f1c07724e','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-ae80-7000-a97c-279845ddb87d','2026-12',4,'settlement-offset','城关示范医院结算单settlement-sheet-25冲抵2026年度医保预付金（offset-decision-25）',2,3);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-b268-7000-92d8-f83bb62ac1fe','2026-12',5,'remittance','上解2026年收回的医保预付金至财政专户',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2f2cf-6d90-7000-8d93-90cff7c882f4','2026-12',6,'period-end','结转2026年12月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/resident','01a30242-9130-7000-b4fc-87732be88b46','2027-01',1,'repayment','更正2026年12月20日记-0001号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-9680-7000-8265-250382458cc8','2027-01',1,'allocation','财政拨入2027年度医保预付金（用款计划funding-plan-27）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-c560-7000-b961-554bac954ab5','2027-01',2,'disbursement','拨付城关示范医院2027年度医保预付金',1,2);
CREATE INDEX ix_oplog_at ON oplog (book, at);
CREATE INDEX ix_account_hospital ON account (book, hospital, year);
CREATE INDEX ix_evidence_number ON evidence (book, type, number);
CREATE INDEX ix_opening_year ON opening (book, year);
CREATE INDEX ix_turnover_period ON turnover (book, period);
CREATE INDEX ix_correction_corrects ON correction (book, corrects);
CREATE INDEX ix_leg_credit ON leg (book, credit);
CREATE INDEX ix_leg_debit ON leg (book, debit);
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'append-only: update on account'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'append-only: delete on account'); END;
CREATE TRIGGER account_no_replace BEFORE INSERT ON account WHEN EXISTS (SELECT 1 FROM account WHERE book = NEW.book AND code = NEW.code) BEGIN SELECT RAISE(ABORT, 'append-only: replace on account'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: update on correction'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: delete on correction'); END;
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
CREATE TRIGGER upgrade_no_update BEFORE UPDATE ON upgrade BEGIN SELECT RAISE(ABORT, 'append-only: update on upgrade'); END;
CREATE TRIGGER upgrade_no_delete BEFORE DELETE ON upgrade BEGIN SELECT RAISE(ABORT, 'append-only: delete on upgrade'); END;
CREATE TRIGGER upgrade_no_replace BEFORE INSERT ON upgrade WHEN EXISTS (SELECT 1 FROM upgrade WHERE book = NEW.book AND revision = NEW.revision AND chain_year = NEW.chain_year) BEGIN SELECT RAISE(ABORT, 'append-only: replace on upgrade'); END;
CREATE TRIGGER journal_file_no_update BEFORE UPDATE ON journal_file BEGIN SELECT RAISE(ABORT, 'append-only: update on journal_file'); END;
CREATE TRIGGER journal_file_no_delete BEFORE DELETE ON journal_file BEGIN SELECT RAISE(ABORT, 'append-only: delete on journal_file'); END;
CREATE TRIGGER journal_file_no_replace BEFORE INSERT ON journal_file WHEN EXISTS (SELECT 1 FROM journal_file WHERE book = NEW.book AND name = NEW.name AND period = NEW.period AND digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'append-only: replace on journal_file'); END;
CREATE TRIGGER policy_proposal_no_update BEFORE UPDATE ON policy_proposal BEGIN SELECT RAISE(ABORT, 'append-only: update on policy_proposal'); END;
CREATE TRIGGER policy_proposal_no_delete BEFORE DELETE ON policy_proposal BEGIN SELECT RAISE(ABORT, 'append-only: delete on policy_proposal'); END;
CREATE TRIGGER policy_proposal_no_replace BEFORE INSERT ON policy_proposal WHEN EXISTS (SELECT 1 FROM policy_proposal WHERE book = NEW.book AND name = NEW.name AND version = NEW.version AND place = NEW.place) BEGIN SELECT RAISE(ABORT, 'append-only: replace on policy_proposal'); END;
CREATE TRIGGER hospital_account_no_update BEFORE UPDATE ON hospital_account BEGIN SELECT RAISE(ABORT, 'append-only: update on hospital_account'); END;
CREATE TRIGGER hospital_account_no_delete BEFORE DELETE ON hospital_account BEGIN SELECT RAISE(ABORT, 'append-only: delete on hospital_account'); END;
CREATE TRIGGER hospital_account_no_replace BEFORE INSERT ON hospital_account WHEN EXISTS (SELECT 1 FROM hospital_account WHERE code = NEW.code AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on hospital_account'); END;
CREATE UNIQUE INDEX uq_correction_red ON correction (book, corrects) WHERE form = 'red';
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND voucher = NEW.voucher) OR EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND corrects = NEW.corrects AND form = 'red' AND NEW.form = 'red') BEGIN SELECT RAISE(ABORT, 'append-only: replace on correction'); END;
CREATE INDEX ix_event_booked ON event (book, kind, booked);
COMMIT;
