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
INSERT INTO "alembic_version" VALUES('0007');
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
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-d680-7000-9fc6-8d57526eb523','1004',1,1,'2026-12-20','in',25000000,41581234,'D1','','返还','城关示范医院','622210000001','2026-12-20|D1','12.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-da68-7000-874e-e64f79490eab','1004',2,2,'2026-12-20','in',15000000,56581234,'D2','','返还','安宁示范医院','622210000002','2026-12-20|D2','12.csv#3');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-de50-7000-93f7-e386060cea63','1004',3,3,'2026-12-22','in',3000000,59581234,'D3','','返还周转金','城关示范医院','622210000001','2026-12-22|D3','12.csv#4');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e238-7000-95f9-52b362f5680c','1004',4,4,'2026-12-28','out',2000000,57581234,'D4','','结算','城关示范医院','622210000001','2026-12-28|D4','12.csv#5');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-e620-7000-b2f4-fd786bc15385','1004',5,5,'2026-12-29','out',30000000,27581234,'D5','','上解','兰州市财政局','','2026-12-29|D5','12.csv#6');
INSERT INTO "bank_line" VALUES('620100/employee','01a2de35-ea08-7000-9089-f7883023580c','1004',6,6,'2026-12-31','out',1500,27579734,'D6','','手续费','','','2026-12-31|D6','12.csv#7');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309b-f440-7000-8265-250382458cc8','1004',7,7,'2027-01-20','in',10000000,37579734,'J1','','拨款','兰州市财政局','','2027-01-20|J1','1.csv#2');
INSERT INTO "bank_line" VALUES('620100/employee','01a3309b-f828-7000-8cd3-79cf60c290d0','1004',8,8,'2027-01-20','out',500000,37079734,'J2','','拨付','城关示范医院','622210000001','2027-01-20|J2','1.csv#3');
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
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0178-7000-aeba-d069e65a8149',1,'1004','match','day','金额、日期相同，摘要或户名有“上解”',1,'出纳戊','2027-01-04T09:00:10+08:00','fc5294305f0dac6fa82e592c5e5f5c65e53a0e1a2c3c1b3814107af722a9b835');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0560-7000-be82-e1468296f5ea',2,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','2a704818e1d0499ec1ea373f7859160a00773dd705733b13bfbaa325414f9da6');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7',3,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','59b73b18f12088a3ca3830b953b01cadffdb94af3c515177b54d67c7d2899a33');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16',4,'1004','match','day','金额、日期相同，对方账号是安宁示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','6e7496d47d9fead4eb6e7a31d5a6c38359e07e41fcaa0b319a8153a608066e38');
INSERT INTO "bank_match" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4',5,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-04T09:00:10+08:00','af508f48539d707fcf6ce494291ef475457ee4c2926b7e7a6d22be57ef204aa9');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-0f98-7000-a4b2-4d5f34accd78',6,'1004','match','day','金额、日期相同，对方账号是城关示范医院的',1,'出纳戊','2027-01-20T09:00:30+08:00','56fb83f804a13cb22b2ee07e05ad115294de8c4d7b5405ce29ff25ec616572c3');
INSERT INTO "bank_match" VALUES('620100/employee','01a3309c-1380-7000-b961-554bac954ab5',7,'1004','match','day','金额、日期相同，摘要或户名有“财政”',1,'出纳戊','2027-01-20T09:00:30+08:00','1abc87e8c4048bfe4ab64f205539b2b7adefe54d80a464685dca4c9a0dda9447');
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
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0178-7000-aeba-d069e65a8149','01a2de35-e620-7000-b2f4-fd786bc15385',-30000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0560-7000-be82-e1468296f5ea','01a2de35-e238-7000-95f9-52b362f5680c',-2000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7','01a2de35-de50-7000-93f7-e386060cea63',3000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16','01a2de35-da68-7000-874e-e64f79490eab',15000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4','01a2de35-d680-7000-9fc6-8d57526eb523',25000000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-0f98-7000-a4b2-4d5f34accd78','01a3309b-f828-7000-8cd3-79cf60c290d0',-500000);
INSERT INTO "bank_match_line" VALUES('620100/employee','01a3309c-1380-7000-b961-554bac954ab5','01a3309b-f440-7000-8265-250382458cc8',10000000);
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
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0178-7000-aeba-d069e65a8149','01a2bf4f-b268-7000-aa06-a9022b0b8c12',-30000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0560-7000-be82-e1468296f5ea','01a2bf4f-ae80-7000-bcec-dfcc870266c4',-2000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0948-7000-bdcb-caee3586fca7','01a29b43-3250-7000-b043-ea9003ba33db',3000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-0d30-7000-9ba0-3e929b0bca16','01a29b43-2e68-7000-9cfd-eea30445d656',15000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a2de36-1118-7000-be6f-77a9d12982e4','01a29b43-2a80-7000-b78e-976d154ed512',25000000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-0f98-7000-a4b2-4d5f34accd78','01a3309b-c560-7000-b4fc-87732be88b46',-500000);
INSERT INTO "bank_match_voucher" VALUES('620100/employee','01a3309c-1380-7000-b961-554bac954ab5','01a3309b-9680-7000-a5cc-20b509b4e5d2',10000000);
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
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2026-12',1,1,27579734,27581234,0,27581234,'{"account":"1004","bank":"示范银行","bank_adjusted":"275812.34","bank_number":"1004001","book":"275812.34","book_adjusted":"275812.34","exclusive":true,"general":"275812.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-ea08-7000-9089-f7883023580c","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2026-12","settled":[],"settled_since":null,"statement":"275797.34","statement_digest":"80cc3ca104aba5a0677b693252e7c6783a371182b3140648ba7cdb67fac45e84","statement_lines":6,"statement_until":"2026-12-31"}','727b5f7aeb2877a7844561f29d80e1b6dc28fdac2f0a20c8fe1c95c335f9cd3a','出纳戊','2027-01-04T09:00:20+08:00');
INSERT INTO "bank_reconciliation" VALUES('620100/employee','1004','2027-01',1,1,37079734,37081234,0,37081234,'{"account":"1004","bank":"示范银行","bank_adjusted":"370812.34","bank_number":"1004001","book":"370812.34","book_adjusted":"370812.34","exclusive":true,"general":"370812.34","items":[{"amount":"15.00","cause":"银行误收费用，不是基金支出，应由银行退回","counterparty":"","date":"2026-12-31","id":"01a2de35-ea08-7000-9089-f7883023580c","kind":"error-out","label":"对账单 6","moved":"-15.00","summary":"手续费"}],"other":"0.00","other_paper":null,"period":"2027-01","settled":[],"settled_since":"2026-12","statement":"370797.34","statement_digest":"b31828da4b8ccd1b79664010a4f9417d3c51c34ec959d34e32984ff18497fc84","statement_lines":8,"statement_until":"2027-01-20"}','9c6b258be29059f2a2a443f8901fc8ae9fecf31e4bf75d5764577b7377c0f818','出纳戊','2027-02-05T09:00:01+08:00');
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
INSERT INTO "control" VALUES('620100/employee',102);
INSERT INTO "control" VALUES('620100/resident',43);
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
INSERT INTO "correction" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','019cd542-0e50-7000-be49-c3d3b8b333a8','red');
INSERT INTO "correction" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','019cd542-0e50-7000-be49-c3d3b8b333a8','blue');
INSERT INTO "correction" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','019cd542-0680-7000-af8f-b7021ef2a4f0','difference');
INSERT INTO "correction" VALUES('620100/resident','01a30242-9130-7000-a427-fd256a8a43ef','01a29b43-45d8-7000-91ff-205ac16e2284','amend');
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
INSERT INTO "credential" VALUES('查询己',1,'$argon2id$v=19$m=65536,t=3,p=4$n1wWhrNzGu9oM6BEzwbk1A$CDmxV0DN1uQzRQF9U0m4WBvLIgGIv3YPAC36IOufs5E','管理员甲','2027-01-04T09:00:29+08:00');
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
INSERT INTO "draft" VALUES('620100/employee','01a38301-b440-7000-99bf-b021df229650','01a38301-b440-7000-99bf-b021df229650','disbursement','拨-28','bff3e22ff73df1ecec8460e0c59b50839832fb9d5748f749734542a810304a38','2027-02-02','2027-02-02','H62010000003',2027,600000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-02-05T09:00:26+08:00','[{"date":"2027-02-02","number":"payment-order-30","sheets":"1","type":"payment-order"},{"date":"2027-02-02","number":"bank-receipt-30","sheets":"1","type":"bank-receipt"}]','','');
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
INSERT INTO "event" VALUES('620100/employee','019b90d1-6a50-7000-b119-1c56c324c985','019b90d1-6a50-7000-b119-1c56c324c985','agreement','agreement-1','73e2b19cd9e12e782e5c7d57dd4ffab50ca5fcf102e175233a292f89b623b70f','2026-01-02','2026-01-02','H62010000001',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:03+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,1,'7ceb0e729f90197fc16f2c81f7f6fa4b043029a855dce150b03ce09af78238d4','3591522490a29eb8d5bcee346d03294530526d32685bdf9a0b3f06c84631e145','dc05cde43a75e9be4bab796193775ca2a5acc577e065ad61cd593f667d096ef8');
INSERT INTO "event" VALUES('620100/employee','019b90d1-7220-7000-ac88-8696008a05a6','019b90d1-7220-7000-ac88-8696008a05a6','assessment','assessment-1','fc28125e9fcf4672a5ed04a9b775039841a68da47b298a235930386066a83a6e','2026-01-02','2026-01-02','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:05+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,2,'656276265d23454d9e3319c3c5452bdf82d369e42373195c8c36a3665bda2537','fdde9bf2b1b85053aebea1e636da4bc4409b7598bcb188f3959c3b3f0d964f29','9372538c40fa49f814485c3bd9f450293df7029a271cac6f518c17b5e2c60363');
INSERT INTO "event" VALUES('620100/employee','019b90d1-7dd8-7000-910b-8f507204e52d','019b90d1-7dd8-7000-910b-8f507204e52d','agreement','agreement-2','4ce7757ce40d97b28dc8cc2282678cdeb453aab35d5e19751bd8338cbc4465a8','2026-01-02','2026-01-02','H62010000002',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:08+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,3,'e090175269200aee4dfff96d6b3dd77c8e6e64cb3f629c4d8a980502c71a3c4d','722931ec2d85b0cb022c2ff107f1b05d5ff4705a5e9e3c44d60bdc8228b42c8d','50fdc856bab99a82d2b8d9e63c48788154dae5fd923ab006fbbde7db62dd0f1d');
INSERT INTO "event" VALUES('620100/employee','019b90d1-85a8-7000-b351-1f8db8b6d8fe','019b90d1-85a8-7000-b351-1f8db8b6d8fe','assessment','assessment-2','172801e9b94ba5e2cbe7eb06ddc76a42a67384ac533dd60be45a7c9c1da100b7','2026-01-02','2026-01-02','H62010000002',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:10+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,4,'2588ba53caee3cd0c8ba741dc00376f3a318fc32be006f9d5e7f43af03ae1ddf','2375f16df50bb8c04d2f3c5d38a1c58c8a0810b859580e8d9dd62b22a11759f7','de3481af9bc48b2e8e53be1ea2269562fba81e5fba5513d306888186ac327fd6');
INSERT INTO "event" VALUES('620100/employee','019b90d1-9160-7000-a5d5-75303a902931','019b90d1-9160-7000-a5d5-75303a902931','agreement','agreement-3','39c2844289863805faa65bdbeb54e9879b320ca9af5f09d36c51e51455a0acab','2026-01-02','2026-01-02','H62010000003',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:13+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,5,'4c71ca4bd049b1d9ee383a8a5097ea38c646d2d7101f4566cf9388f9b8c21a9f','f4c33fa605e330dd21a0a33efbefc66821e252d64d668af72bee09bf63249fea','44c65107ec3315c663d3c1baad19e01a63ac1fe4da791f9c18cc3ad559471aa1');
INSERT INTO "event" VALUES('620100/employee','019b90d1-9930-7000-868a-e3c7f1fd42a2','019b90d1-9930-7000-868a-e3c7f1fd42a2','assessment','assessment-3','7eec3c272b555346c033cfc54eea6c7023f44256f2f47188c6dc3354d9aca2e2','2026-01-02','2026-01-02','H62010000003',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:15+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,6,'a982af12c52932de62e10d7ee8c029922ce300e71c9abb5f72f46d949bd36067','0184e631445870f81c13267d3ebbf316282491083b785f5209d5aa1e919925aa','0aa4717ee4d851738a1149c01c5805755b7f62f9ea88d1d8a14be2663bbf76d9');
INSERT INTO "event" VALUES('620100/resident','019b90d1-a8d0-7000-9450-c464e6c3f339','019b90d1-a8d0-7000-9450-c464e6c3f339','agreement','agreement-4','a53a7dbcc8011ec7c4b1270184876dbda75f3461b3075cd8a9cd047eed53bbe7','2026-01-02','2026-01-02','H62010000001',2026,0,'',0,'{}','','制单乙','2026-01-06T09:00:19+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,1,'18921d36f25fbcf7e8b6b4347ba92b287fb7d5dc432de669da532df94e500571','6625dc99b90bec56309f828b710ab646b630f5e1406036d23e05ba229887e01f','3bc5efb9938b5b6c1e7841ceb5bc6240da3309f26249dfd1a2c356ed49c87287');
INSERT INTO "event" VALUES('620100/resident','019b90d1-b0a0-7000-816d-b9b807d4bedc','019b90d1-b0a0-7000-816d-b9b807d4bedc','assessment','assessment-4','d5c8efef6a8d8d155aaebecd80f374fc2d1805af65ac9e6e99ce45160203cf87','2026-01-02','2026-01-02','H62010000001',2026,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2026-01-06T09:00:21+08:00','审核丙','2026-01-06T01:00:01+08:00','审核丙','2026-01-06T01:00:01+08:00',2026,2,'7c885fffdc0ab0f2962f20f72a1eeabe8bffa6ec886672fceb3d6ef907d80574','c14cbf893b52832de0b12e1eae02ff82bcda172ae79c41dca14176f02d578596','7ef1a4d6dc335cf5186a5200cb7ef5d7debcfb888537e4cb6494ccdc9458c03f');
INSERT INTO "event" VALUES('620100/employee','019b90d1-b870-7000-a992-29f706839eb9','019b90d1-b870-7000-a992-29f706839eb9','opening-balance','opening-balance-1','7c67c91ff05855046d8bc60d064adb1b4e9810324f9a667b26277304c8a370a3','2026-01-01','2026-01-01','',0,100000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-06T09:00:27+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,7,'bb5d2ba9577bc1dcd90f6b58c8fceadf4713f1b26701ca595b9d319ed7e2faea','5d5df294c1c3cb42adee5535e044037d0a9b0cccb9f3201e6e7d645eab44ebf4','0f73275f3c920315e35f2f926f3fbc72f21c9be9f19e9326de2e70128b9a4dd0');
INSERT INTO "event" VALUES('620100/employee','019b90d1-bc58-7000-8096-d04f8a9a021e','019b90d1-bc58-7000-8096-d04f8a9a021e','opening-balance','opening-balance-2','5ae90df1cfdb74ef3aaf574a1cf2f4396230b53c346f4c210697a39a8d531d9b','2026-01-01','2026-01-01','',0,2000000,'',0,'{"account":"1004"}','rows.jsonl#2','制单乙','2026-01-06T09:00:28+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,8,'1204ea6d5b2278a38b6694b2f84048d25349a97b7a263567b5588aab8b9b682a','b380fd2cb6ef9d8de89fa1e79d4c7bb9bf19956929d8f8129cc58d7fa26200e2','89024dcbe730b830802ce909180415246820f8c4beedd3d8b22fdbe931b49c78');
INSERT INTO "event" VALUES('620100/employee','019b90d1-c040-7000-b866-22b6f06c144a','019b90d1-c040-7000-b866-22b6f06c144a','opening-balance','opening-balance-3','26f4b04f394794ad3a3eecd75d71c68d265aedaf1fdbbcee470ada3fe1e18500','2026-01-01','2026-01-01','H62010000001',2025,3000000,'',0,'{"account":"1101"}','rows.jsonl#3','制单乙','2026-01-06T09:00:29+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,9,'d6058d241c47948bcfa8c45ab08fc35f5c8c6bf719cd6abcbaae2de01e988183','81654b587cf12c53852a7aa8c90f917bb7529661d25aab8100fb8a8c9afa45bb','ef624bcc31458b0fe85d0e49ce3b17e328ef27d3e35f21d90386a28d64584dde');
INSERT INTO "event" VALUES('620100/employee','019b90d1-c428-7000-abef-59fe619699cf','019b90d1-c428-7000-abef-59fe619699cf','opening-balance','opening-balance-4','4b40451d02d7214461604214386327fc005fa5f53646b6b0f8fdb2ab6f9e171c','2026-01-01','2026-01-01','',0,50000,'',0,'{"account":"2001","counterparty":"来历不明的汇款"}','rows.jsonl#4','制单乙','2026-01-06T09:00:30+08:00','审核丙','2026-01-06T09:00:33+08:00','主管丁','2026-01-06T09:00:37+08:00',2026,10,'9764f585326f0d4d022d48ee7d69cc34d870f0f55cc60f05acc87974b616993b','5d0e68cd73806ec2e665ce99ef1e6d986053e9ad59dcdae106802e114e2421bf','ec4355e185ca3502e18331c069884433fe13ecb75c5412e68ae826c4bd40faf1');
INSERT INTO "event" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd','019ba56a-d280-7000-b0e0-7a2338c0c8fd','allocation','allocation-5','9ee5278270a37f72faa48aeeb6394841bff04752950af002434f3d1941483306','2026-01-10','2026-01-10','',0,60000000,'',0,'{}','rows.jsonl#1','制单乙','2026-01-10T09:00:02+08:00','审核丙','2026-01-10T09:00:05+08:00','主管丁','2026-01-10T09:00:09+08:00',2026,11,'f717ff116c2d5a1eccc972558c15d5cc019380078420da6fa0e5c8f8363d7162','7d3288bcf8f486d880d6898a31e80ee206d48edc61a3a19787b29fb2a5b8c268','8d70e23cb0edf0af5a4a9d175bcb400dd365a91e548ff5599df9ae4b3039c8f8');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0160-7000-ab51-7c8f3b1a11df','019ba56b-0160-7000-ab51-7c8f3b1a11df','opening-balance','opening-balance-6','c682b1b3d5dbc3eba6bc69edc4edc83b1468b00239944a4c978ea44a5c1ed9de','2026-01-01','2026-01-01','',0,20000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-10T09:00:15+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,3,'dfd5a8b794a2080d8816eeca69a013b6fed0fdab777207a8a68f3e30ea8db596','73c74313bc1c08e07064aa43f93f180c8d4d69e294327f7ab9be1d5b38b68710','d664c6ebfd04d48d0ff6317e0ddbf5b78b3af5d6c717e9fefb5ce7d4ad8acbc9');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9','019ba56b-0548-7000-b0b3-5e26380208a9','allocation','allocation-7','4bf8cc380cb46f53f7dcc5ee734f180c7109a660ecee02d81d05e2a9182f2e40','2026-01-10','2026-01-10','',0,20000000,'',0,'{}','rows.jsonl#2','制单乙','2026-01-10T09:00:16+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,4,'5ee57758272010dff65946d4e152ad65bf0f40c1941e4be860cfbad4ad79c8ff','c9c9ea4e0468ec1b87d05efd7212ec4dd60f7269bf2608975216763af8b1dacd','386c8cd647bbe095170507bd7b325912c6fa2a1dd2a47d9cf98fa9e0b220b7ab');
INSERT INTO "event" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0','019cd542-0680-7000-af8f-b7021ef2a4f0','disbursement','拨-1','765b2288e1f81e736057d4715c5c48bb28519ba621b833c3684617a36872502c','2026-03-10','2026-03-10','H62010000001',2026,30000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-03-10T09:00:04+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,12,'181f0aa2a975f40ddbf02726249cc87574dd86fafd3a754c4ba472c652ad49be','fd1a9133ac5bc651ea8007b2b5cd6cb67278190fcc8fa13902df5b6c6c9bc716','d44b0c64986a404d41491b7b2ccce10831f4cfaaf24fdb58f98833e75012281e');
INSERT INTO "event" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6','019cd542-0a68-7000-b951-1b75552b82f6','disbursement','拨-2','2da2fb6fd09665b162f57ffbfe5baa2f95578f4020f987049e21f70e436e977f','2026-03-10','2026-03-10','H62010000002',2026,10000000,'',0,'{"from":"1004"}','rows.jsonl#2','制单乙','2026-03-10T09:00:05+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,13,'e4dc306e8ac4c9e104a4d62014ea3b984ff034eb3986aa16a663802bd3a214a8','d648d757adb3779b42ed1fbded872d080f8f1502010843180fafaab6567bd53a','dbb86ce9dd5d4d0a9690540d86002d12459fc47a254689682c09c114a1dce27d');
INSERT INTO "event" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8','019cd542-0e50-7000-be49-c3d3b8b333a8','disbursement','拨-3','7fa90e1d281018a7cb05548800c78a83eb217a4e1cb613259e4ea24dd95044b2','2026-03-10','2026-03-10','H62010000003',2026,5000000,'',0,'{"from":"1004"}','rows.jsonl#3','制单乙','2026-03-10T09:00:06+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:21+08:00',2026,14,'f1fa8098d133cfc112b4e5aa0cb1174be26a61eb6c3687f957ac8d03bbd392cb','27c732709febe5a7450390abb810048c8df4f82800e4194639731706cec8842b','f9c6153025ad7b3097a81de65be813db62436f4882db3d3f55edf3e3fbdba3a9');
INSERT INTO "event" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7','019cd542-21d8-7000-a00d-1a2db610a9f7','disbursement','居-1','664c8d3d2e2767040de99a20c61ac7f3e2c5af50d742f662e44615cc4c639a4f','2026-03-10','2026-03-10','H62010000001',2026,8000000,'',0,'{"from":"1004"}','rows.jsonl#4','制单乙','2026-03-10T09:00:09+08:00','审核丙','2026-03-10T09:00:17+08:00','主管丁','2026-03-10T09:00:25+08:00',2026,5,'f13bc9ec746f7557d01100939878e12b24f2e82afb0fcead49e49b1d10337112','09449bccfae8a264e4a8a892575cff5740fafbf7407fec28469cc0429a69efcc','a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b');
INSERT INTO "event" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','019d50da-b238-7000-9ebc-09ef08d6af57','red','拨-3-注销','25e33c8f3e74775ae3daa7bc793b56a4d03576b96df02ffc1e6de66166510112','2026-04-03','2026-04-03','H62010000003',2026,5000000,'019cd542-0e50-7000-be49-c3d3b8b333a8',0,'{"reason":"录错"}','','制单乙','2026-04-03T09:00:05+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,15,'af3979d7f511648f1f7b3c445d2bd2ae15cd7ed0c2deec50a385794941a585e5','ad434c7cedaaee6f2f11bd3028ba088c72d40e17d83ea16cc28940ae4a9138b7','f3ca7beaba3f36210b0c983cb7a17af9a1e2599db7e850b3614fa4716e6f9f06');
INSERT INTO "event" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','019d50da-b238-7000-9ebc-09ef08d6af57','disbursement','拨-3-订正','bb239ba4ae6edf2bdf73c776ebb5ddc1550b29408c0335bd801ee54d1fe4783b','2026-03-10','2026-04-03','H62010000002',2026,5000000,'019cd542-0e50-7000-be49-c3d3b8b333a8',0,'{"booked":"2026-04-03","from":"1004"}','','制单乙','2026-04-03T09:00:06+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,16,'44ea4d2a2fa40d64efa2d1ee8fa5a93b58af3da0e8ebe58a3e1bf3943fca960e','728366b47a300ca12893ff1c35dfaceb9ee0b1dae35688446f5c104f1c774e14','0e007b6d344123107a0534b637808e1e9273e529db23770e6c08ea16c6fccd21');
INSERT INTO "event" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','019d50da-f0b8-7000-b87e-ae758c7e134f','difference','拨-1-差额','cbdcca902002b894a334180da33dd55a22a0e92e0e64d4c4dd425707976e3d97','2026-04-03','2026-04-03','H62010000001',2026,29900000,'019cd542-0680-7000-af8f-b7021ef2a4f0',0,'{"moves":["1101.01.H62010000001.2026>1004:-100000"],"reason":"录错"}','','制单乙','2026-04-03T09:00:20+08:00','审核丙','2026-04-03T09:00:23+08:00','主管丁','2026-04-03T09:00:27+08:00',2026,17,'29844597c7e9af74714c394a9580b9ee9fd22bd253b60feb10c8d96c7fa4ecca','a0df2d5cba26da6a4198fa766165cb6b1f8c55c8c16df8967d846a05bdfdc4b3','9e02de30e06fc84514ad9cf322e86f9a6ad3692c41eb305550390373c0be5199');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16','019d8ea6-f680-7000-aa7b-0201705fca16','disbursement','拨-4','da53ccd44278e32000c04ab80b6cf1517bf4518dcb5fec234b1c8dd75ece61c5','2026-04-13','2026-04-13','H62010000002',2026,1000000,'',0,'{"from":"1004","reason":"上级延期"}','rows.jsonl#1','制单乙','2026-04-15T09:00:03+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,18,'7a5c9a80d502315afc582fcd00c05f127dad73b676bed72acd7462b306a45038','e729181dbed75a890f1652ec83b3664da02f3c30a3c93edc4efc19bad04e521a','7941ecdcc11df5d52b8f99cfe43df50bb047ebeab1cf53a0702b0b625c3fd2d2');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15','019d8ea6-fa68-7000-86e8-588582283d15','suspense','suspense-13','3574f3af44c61da42bba6f0a8dc9e06959ebe7063b291cb8b305292f60998160','2026-04-14','2026-04-14','',0,80000,'',0,'{"counterparty":"来款待查","to":"1004"}','rows.jsonl#2','制单乙','2026-04-15T09:00:04+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,19,'2270bbf934c4ce5aa753b94d6100dce1c042fd66822916f1fb465d86b69e7be6','9646027ebfd31bb04003e444757c6275a56a302ac9ac7d37521c973c0a08e852','ac2fa02030c58269ffff2a3f1762474303ff0351d40611eb959ab74436b91220');
INSERT INTO "event" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc','019d98f3-ae80-7000-aee5-a2907d5c8dfc','payment-return','payment-return-14','e0c90be569217066037fad27a18c4a0b4cb8ade68295cf22109e369c6e10c6d6','2026-04-16','2026-04-16','H62010000002',2026,1000000,'',0,'{"disbursement":"拨-4","to":"1004"}','rows.jsonl#1','制单乙','2026-04-17T09:00:02+08:00','审核丙','2026-04-17T09:00:05+08:00','主管丁','2026-04-17T09:00:09+08:00',2026,20,'bafde53bcd59fb0bfd6486253e8fa506664d121a464f0ee0f4a9d0d0333686d2','7565d8d730b2cdd7684658026823c8b63d7d8195d29b46357e277261f862b1d5','cf2aab51c401b7fc5fbb2391b57bef4a7fd4a27be0ff47f87227a32c1c628c10');
INSERT INTO "event" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb','019dad8d-1e80-7000-a759-0f09fbb230bb','disbursement','特-1','401c34be0ffb057b173942af20abc2f0a7b366b57d8dcd0473aa7402247980d7','2026-04-20','2026-04-20','H62010000003',2026,700000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:02+08:00','主管辛','2026-04-21T09:00:05+08:00','主管丁','2026-04-21T09:00:09+08:00',2026,21,'35bfc1a2c38cafe076839049d69d164631bc042a5ea2ce3f22048da33897b1c6','fce1abad9b497dfadde88debb95156486f6d6ead73f9b1b42a07a14a87b2df8b','92cbe77f054bba989e427d7cea88502241905a4faf6fabc66511694bf9f7025d');
INSERT INTO "event" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4','019dad8d-4d60-7000-8e86-24318092b4d4','disbursement','特-2','23b67cfb249e4debed4fae8dd7952360bc968c490fd93c776e1f27b6d45f1867','2026-04-20','2026-04-20','H62010000003',2026,100000,'',1,'{"breaches":[["PAYMENT_LATE","甘肃·四","2026年度应在 2026-03-31 前完成拨付，本笔 2026-04-20，迟 20 天"]],"from":"1004","reason":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:14+08:00','出纳兼主管庚','2026-04-21T09:00:17+08:00','主管丁','2026-04-21T09:00:21+08:00',2026,22,'3478792c236b4378b16eee8839e7c0b8ca283c3ca862cc343822e9b1448fdf17','9cf40161df43bce3318fb75f7bec60db8a11388e841f75d357e6f0578ea7bfd8','9b4d3fbd29b967fb17557fa849e4b7f7aa95d3731d0afacadf2166ff8f00468e');
INSERT INTO "event" VALUES('620100/employee','019dad8d-7c40-7000-a317-fa3edc3bf364','019dad8d-7c40-7000-a317-fa3edc3bf364','acknowledgement','复核-1','9da1ba1ba5bad2596cd0713f694d551dbc6131ccf13dbdf3f5d1e44f294b3f45','2026-04-21','2026-04-21','',0,0,'',0,'{"event":"特-2","finding":"duties","reason":"复核无误"}','rows.jsonl#1','制单乙','2026-04-21T09:00:26+08:00','主管辛','2026-04-21T09:00:31+08:00','主管辛','2026-04-21T09:00:31+08:00',2026,23,'5e81a596993cafb9df8f795d7a71c915d1d7d427722b5cbbbc91653d4723ce27','690609052ccdcea11d20a3767167b8ba5ac75161b3cbebdf00da79807ebf613f','eaaaf01f64d506dd9cc38c8f77c8d274f6398c48c1f2f71d25009ffa66628eac');
INSERT INTO "event" VALUES('620100/employee','019eecd7-6680-7000-aa30-935044ef7feb','019eecd7-6680-7000-aa30-935044ef7feb','interest','interest-18','563290d744cd750ecc9075e2ab0461fad538167e62d56c8ebd727b4a15a4c1dd','2026-06-21','2026-06-21','',0,1234,'',0,'{}','rows.jsonl#1','制单乙','2026-06-22T09:00:02+08:00','审核丙','2026-06-22T09:00:05+08:00','主管丁','2026-06-22T09:00:09+08:00',2026,24,'d4ecb346681d5dbd11f98d1a90abdb42d64349db20ff8f6c8e2a08bc2262e8ef','31d967955378ade0c564dc3ba438e5a0ed36481d0cfe24cd6ec3d44458f7a725','d371b02b93e54ebe3fdbc91d539447ecb9e88f2b5902aff5b0f89cfd5f3c14b8');
INSERT INTO "event" VALUES('620100/employee','019f257d-6638-7000-a0cc-cc86bd91a1b7','019f257d-6638-7000-a0cc-cc86bd91a1b7','period-end','period-end/2026-06/3001.01/income','be71015381b5ae8d3d655aa418ab1269db25fb8a3b2bc14a996bd30ec7ebc869','2026-06-30','2026-06-30','',0,0,'',0,'{"balances":["4201.01.01:1234"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-07-03T09:00:04+08:00','主管丁','2026-07-03T09:00:05+08:00','主管丁','2026-07-03T09:00:06+08:00',2026,25,'12feb1607665a11489d8f112b521c39dd08954fc32bca2aba73a988b1c7d9ec6','d964f292f9db86b3cc5205c84154099d5b7f9c0ee747b508a9f57263a832abd0','7b3cc2c9d987883320f2a47af8d474a0e3984bf537cabb46a32ea1943336f9fb');
INSERT INTO "event" VALUES('620100/employee','01a156d2-8680-7000-9a75-257781355c53','01a156d2-8680-7000-9a75-257781355c53','write-off','核-1','1a6645a8ef11aa66e0c515f8e206a2db686467eed225fd1e5f79f4deda809e8e','2026-10-20','2026-10-20','H62010000003',2026,800000,'',0,'{}','rows.jsonl#1','制单乙','2026-10-20T09:00:02+08:00','审核丙','2026-10-20T09:00:05+08:00','主管丁','2026-10-20T09:00:09+08:00',2026,26,'d7f746af6a45f5bfbb57746039941099997ffddcf4b9b626a81a23e48bda8462','fac1c1501d3c207c5118c39615e1d91f56d7393213e14c0a417f8559486049e7','54c170c46062a1cbf4574cc85d0d68e5c36b931cc0550070f8e0fd76a154fb9f');
INSERT INTO "event" VALUES('620100/employee','01a1611f-3e80-7000-a291-27af89d9bf02','01a1611f-3e80-7000-a291-27af89d9bf02','recall','收-1','f63573e1dffc812a0a441b2b859390122393039e6c30ba61846d3290c73256aa','2026-10-22','2026-10-22','H62010000002',2026,0,'',0,'{"notified_on":"2026-10-22","trigger":"misuse"}','rows.jsonl#1','制单乙','2026-10-22T09:00:02+08:00','审核丙','2026-10-22T09:00:07+08:00','审核丙','2026-10-22T09:00:07+08:00',2026,27,'467d71d4c415f62dc48357ca0b536a69bf24c6ff50dc3a0ca6c49893f219d723','61823e50886b3fcd332cde2ba408973aaf0e92337023f34a85981a7e1928d8bf','e8278406402236d46b02fce6eb170b07c80238e45a3e6789fe6e5e79d01c5d42');
INSERT INTO "event" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42','01a1852b-c280-7000-b37e-110107295e42','recovery','recovery-21','de98db5655c276b7008f0444850daa1bc7c5960eeea2bb23e3f5fb37586d1940','2026-10-28','2026-10-28','H62010000003',2026,200000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-10-29T09:00:02+08:00','审核丙','2026-10-29T09:00:05+08:00','主管丁','2026-10-29T09:00:09+08:00',2026,28,'f42d4725575102687b6a47ac65ec151c05568491ebce285f64abe016deb093dc','c978d31a506d95a09908290e146940974266e75c2b59be15d257534b857cb941','d6defb24457096b7190396e208012d3f5c84ff900923ae82df735c107130008d');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-a5f0-7000-a344-0fb4cc667e97','01a19eeb-a5f0-7000-a344-0fb4cc667e97','period-end','period-end/2026-10/3001.01/expense','2a8307717929b1dc27ceb69c64228bff54e785d3218a3152f65110db4f56c795','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["5401.01:800000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:07+08:00','主管丁','2026-11-03T09:00:08+08:00','主管丁','2026-11-03T09:00:12+08:00',2026,29,'c86541ba17117e3c2e159c316e343d6ae9dbcb2817433d31a4bab713aff724c8','bc68c85c018bb04221b2ec78d672aade326bc1f639592d099eb948908520ab6d','15d0bc3612b27b6df31a6f2b5ca206ca99e10f3037aa97624fc14953967e4e3a');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-b1a8-7000-b67b-45f8cc0e95ee','01a19eeb-b1a8-7000-b67b-45f8cc0e95ee','period-end','period-end/2026-10/3001.01/income','b9e5fc08321b58c45a9ae76a9d5039f8d7ba8eb1bf21a2057b3e06bf8f3cb8de','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["4501.01:200000"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:10+08:00','主管丁','2026-11-03T09:00:11+08:00','主管丁','2026-11-03T09:00:12+08:00',2026,30,'859eb70793bf80fcd60bb0d6948184ada164e7f6cbdf2574e899a4c36af4741f','55fdff77cf370e775106b848e598800759cb03c81f4573322f4841eecb0813ac','31ac0285d439dc5d53c1b8aa07169836e3870b5b4fc3d81682c54e69326e1880');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2a80-7000-b78e-976d154ed512','01a29b43-2a80-7000-b78e-976d154ed512','repayment','还-1','05e1609eeaffddfafaba6622546480b196704603371fccdc0a0a5ea5a8ee0f7e','2026-12-20','2026-12-20','H62010000001',2026,25000000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-12-22T09:00:04+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,31,'779e26436e442223811d44047814928dddb7746841db35e02be20dcd914468e9','0642e8682fc3c1689c23d7d6fa22ec75217112aa3e6d092b8f2feda453da074f','2f5aab30c91df39562c18f582080501c29baa6e6ba6b5b6ac5a92139138ad312');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2e68-7000-9cfd-eea30445d656','01a29b43-2e68-7000-9cfd-eea30445d656','repayment','还-2','9ce7654c8819234dd64b1277256d7953b5ff3b65a14ef48197e2934e49582adf','2026-12-20','2026-12-20','H62010000002',2026,15000000,'',0,'{"to":"1004"}','rows.jsonl#2','制单乙','2026-12-22T09:00:05+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,32,'8acacdbdc69295524e0538cf682729758c12c0c73e8294722e28d454a03a743d','b742b427f7cb2b17ef9c8679e08cd08fe4178c4543d5db8f050bad07f456fb3f','f71734ee0396dc35cfa8095b9f8764995402e374649d0163377724fb73a73235');
INSERT INTO "event" VALUES('620100/employee','01a29b43-3250-7000-b043-ea9003ba33db','01a29b43-3250-7000-b043-ea9003ba33db','repayment','还-旧','de636bf9e09b4473068d842888e85aebbe396776d5a0dc175786bfc591e50db5','2026-12-22','2026-12-22','H62010000001',2025,3000000,'',0,'{"to":"1004"}','rows.jsonl#3','制单乙','2026-12-22T09:00:06+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:21+08:00',2026,33,'b0470ca2489b6a5ce1451a5e9b4f6dccfd824fa6357d9a25d31bbd8952358866','437f14ad42a5a4015f363e4a3742f3234c1daf3ddf8d921cf613dc0d6943d933','f35c54a5743d6811d9ae2e4d3fb5e493b0260101ed80921e79dbb1b5eaefc353');
INSERT INTO "event" VALUES('620100/resident','01a29b43-45d8-7000-91ff-205ac16e2284','01a29b43-45d8-7000-91ff-205ac16e2284','repayment','还-居','779a663168a037c5739efa0c216a745363fdc639f46b4d10d9085e6fb2a9b5fe','2026-12-20','2026-12-20','H62010000001',2026,8000000,'',0,'{"to":"1004"}','rows.jsonl#4','制单乙','2026-12-22T09:00:09+08:00','审核丙','2026-12-22T09:00:17+08:00','主管丁','2026-12-22T09:00:25+08:00',2026,6,'513354b1df12efc65612e74957cd08fe4ce3bd6704d9608d755aa328e17e0b83','6de9d69115018b3b61a9744b6cfdbd70555e32868ede2b45d2edd45be15bba11','257c6ee21a4f65a2df8bf046696e5cb511e0be759974d86dfb9bbcdf0c1419e1');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4','01a2bf4f-ae80-7000-bcec-dfcc870266c4','settlement-offset','settlement-offset-26','38f9599f087514e5fe5c98e58f05998f2e5e4aa06c8d87d4afdee2c8e8613bd6','2026-12-28','2026-12-28','H62010000001',2026,4000000,'',0,'{"benefit":"inpatient","reason":"逾期未返还","settlement":"60000.00","settlement_month":"2026-11"}','rows.jsonl#1','制单乙','2026-12-29T09:00:03+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,34,'c36a940c7f5557cc40ed0f723d09555b7dcc14e89f24470bb1a568d807ec34c0','6a64b699fbc8163c49bbd314c7f9f90c2da3f44125a88f9bbbc00ab1491473ed','5a3ba27c2b2d5e5019deae0ea5569167587449d670168e615e393de558369dd0');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-b268-7000-aa06-a9022b0b8c12','01a2bf4f-b268-7000-aa06-a9022b0b8c12','remittance','remittance-27','72cae33e3424b6147aad436315463f4214297cc515ad233e1ab88dc287e8a598','2026-12-29','2026-12-29','',0,30000000,'',0,'{}','rows.jsonl#2','制单乙','2026-12-29T09:00:04+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,35,'9621bfb218787a93ea3be014dbf2cdc18403d0518de65424f7720f6b2af4785f','a15d48086d706294b0629d3d9c1b5faa7dfe8ebaeafa9149c7d88a53256765cb','6406593dfd1d1bee049e2347f7ebd7477c292499a95628c3b5e3316fb6fea8d6');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3a50-7000-be86-c6fc3879399b','01a2e35c-3a50-7000-be86-c6fc3879399b','confirmation-sent','对账函-20261231-H62010000001','661a409ce8891ec794036984702ddb8011a6a02d3d9a9abc9f66e168aef40365','2026-12-31','2026-12-31','H62010000001',0,0,'',0,'{"number":"对账20261231-职工-001","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2025|opening=30000.00|repayment=30000.00|balance=0.00","2026|disbursement=299000.00|repayment=250000.00|settlement_offset=40000.00|balance=9000.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:06+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,36,'b306c8dda6902469863546321b201540068fd74960617a7c5102970435610e52','c2ebe6cdb222b234325e58d45817023b06304d0bcad060e777deb4fe32cdea3e','9bc74fda0c0f2284a9bec6cd3230e9b5f9f6686045544eeabd24005c8c72391b');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-3e38-7000-a85e-90d0f9c08fef','01a2e35c-3e38-7000-a85e-90d0f9c08fef','confirmation-sent','对账函-20261231-H62010000002','4f7843cc406e1248692af0083a6c9110026c946986a6628d083a4f2a67d71acf','2026-12-31','2026-12-31','H62010000002',0,0,'',0,'{"number":"对账20261231-职工-002","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=160000.00|payment_return=10000.00|repayment=150000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:07+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,37,'33f824b7a4ec4f83c783262a8a781e0646bdae0d652f25e739d7e329a12a46d5','98e118ae78585a35dc772d1ebe4a14aaa23cf40c77b20ae25e0cc4da90049be2','9383ca954b6da70a0ad70d804cf642638161d6a90b23f4c4c59af6a1f51b0382');
INSERT INTO "event" VALUES('620100/employee','01a2e35c-4220-7000-ac7b-b6bfcc3d5506','01a2e35c-4220-7000-ac7b-b6bfcc3d5506','confirmation-sent','对账函-20261231-H62010000003','bf943c3713ac65d52b3e6bb6f13f5b0744c58128460b878ecbaea5c0606ea37c','2026-12-31','2026-12-31','H62010000003',0,0,'',0,'{"number":"对账20261231-职工-003","reply_by":"2027-01-20","sent_on":"2027-01-05","sums":["2026|disbursement=8000.00|write_off=8000.00|balance=0.00"]}','prepay confirm letters','制单乙','2027-01-05T09:00:08+08:00','审核丙','2027-01-05T09:00:13+08:00','审核丙','2027-01-05T09:00:13+08:00',2026,38,'0b0b03672ff8e395ae2d0a7f5c80d50a17aa269196241182270711c17b0f7da5','35b2c93128f38ec04089b2dc6dea122774cd9e8b96376f93bb971eff941a76c2','d5e7c3dfa5347e4c8683c07162b81a372bdbbb6fc3be0cd3410d91e404289978');
INSERT INTO "event" VALUES('620100/employee','01a2eda8-ea80-7000-81f6-fe49a6048457','01a2eda8-ea80-7000-81f6-fe49a6048457','confirmation-answer','回函-对账函-20261231-H62010000001','ddf3562e12c014c9ee9aadea9f7b7ee23695abbc8d294861aca4e6b2576288b3','2027-01-06','2027-01-06','H62010000001',0,0,'',0,'{"answer":"agree","letter":"对账函-20261231-H62010000001"}','回函.csv#1','制单乙','2027-01-07T09:00:02+08:00','审核丙','2027-01-07T09:00:07+08:00','审核丙','2027-01-07T09:00:07+08:00',2027,1,'f3fb35cfe76ea11db194f1818fa1898da4d33e420f47c77e4b46b8c41dff4c71','cfca7fa41ca9505de9c346dcd68b93d279a1da2f683047cc4e37e0fa4be56669','26b194abc3e2421c17b74115f093ea72b335371632f7f1dc7b37d7e42dfd0bcf');
INSERT INTO "event" VALUES('620100/employee','01a2f2cf-69a8-7000-af32-66ba0f0c8a89','01a2f2cf-69a8-7000-af32-66ba0f0c8a89','period-end','period-end/2026-12/3001.01/expense','9b99a24affcab7f03033e9cbe9338dcdf45e23d0c45e881ac7df849cecc5c2e9','2026-12-31','2026-12-31','',0,0,'',0,'{"balances":["5001.01.01:6000000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2027-01-08T09:00:10+08:00','主管丁','2027-01-08T09:00:11+08:00','主管丁','2027-01-08T09:00:12+08:00',2026,39,'8fb5bf596148b94e4c248233de2f19417877aa68aca134e6592ff0f3d91c5136','bacb5a454adfc744b0d2535b72873585bca12fb1af0b88a7b0ceed1fe225426c','5176a7bb7aec6262123ac8ef80ec3cc06a6678078876f22fed1ca51ced7b7254');
INSERT INTO "event" VALUES('620100/employee','01a30242-6250-7000-84e4-7e6edbc799b0','01a30242-6250-7000-84e4-7e6edbc799b0','agreement','agreement-5','28be432c30698fa28e5ae55dc8af22097a85b8ab13ce24b620c7a3996ffc9141','2027-01-02','2027-01-02','H62010000001',2027,0,'',0,'{}','','制单乙','2027-01-11T09:00:03+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,2,'5392ef00ac7a9b732115251cc13c829bd24e6c94f8d271923c16650b2fc36233','cf6a58f3984bbdab5a49b7f037316b821ea71190cdc72bb6d43e3e1b9f406107','bed7634f105ca6a1be7a8565d96f52e7b88e12702276908369e1ff5f78e6ff9d');
INSERT INTO "event" VALUES('620100/employee','01a30242-6a20-7000-bab3-04434f73fd94','01a30242-6a20-7000-bab3-04434f73fd94','assessment','assessment-5','0d616db642c8a50f456b124a617526a61ec6ef449098140c2a0008a5d5592910','2027-01-02','2027-01-02','H62010000001',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-01-11T09:00:05+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,3,'0480d6f4bb7dbd4464cddacc86077af03cee148e8f5af899458acd152b4cc172','e9f1fd5c35f638a474abad244321cd994808921a2728054d43fd65cc2002e1b2','3476c79f5d17e82b6b57011967ab63e9af9b11c48ce025d8405e07b4f0db6bd8');
INSERT INTO "event" VALUES('620100/employee','01a30242-75d8-7000-9310-7670f07534fe','01a30242-75d8-7000-9310-7670f07534fe','agreement','agreement-6','2a83bfea890606c5b96f41326f5a5bdd7185a3a8ddd4852e9dfd411b6e735440','2027-01-02','2027-01-02','H62010000003',2027,0,'',0,'{}','','制单乙','2027-01-11T09:00:08+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,4,'3f68cdc9785c664f4aeb09c19ef3392e27b57f8b052c35c22ff5c01577b77f88','c4bfb5e00a1a382d3a06f3aabc1b36ce19d812d308184d7089c1688b5b5624da','c7db1fc6dd94d1629d0234dc98caf24ac40bf1796a545f9249069400830814eb');
INSERT INTO "event" VALUES('620100/employee','01a30242-7da8-7000-8a20-11e4be6c6fe9','01a30242-7da8-7000-8a20-11e4be6c6fe9','assessment','assessment-6','11792fa513d8ddf9db2e3932d1a96394322ac46b5636a9ccec4e41022bfd7aa7','2027-01-02','2027-01-02','H62010000003',2027,90000000000,'',0,'{"agreed":"900000000.00","computed":"900000000.00"}','','制单乙','2027-01-11T09:00:10+08:00','审核丙','2027-01-11T01:00:01+08:00','审核丙','2027-01-11T01:00:01+08:00',2027,5,'614f6ab2a746ba1e29ffc62c841c3cded9b8e0116a224fbf4b36c001ec88a3f1','3bd148f39708d97a628dc9d67ee599dcf23375905fc37bde6228436779498728','5580faf6d71c24bc3e8c2580aa64068127b7d6303cec1e741e72c83c79975c78');
INSERT INTO "event" VALUES('620100/resident','01a30242-9130-7000-a427-fd256a8a43ef','01a30242-9130-7000-a427-fd256a8a43ef','amend','还-居-更正','e3c575332efee9c37365256b41930b0d631dc233c828da9dfef387506351a2b2','2027-01-11','2027-01-11','H62010000001',2026,7900000,'01a29b43-45d8-7000-91ff-205ac16e2284',0,'{"moves":["1101.01.H62010000001.2026>1004:100000"],"reason":"录错"}','','制单乙','2027-01-11T09:00:15+08:00','审核丙','2027-01-11T09:00:18+08:00','主管丁','2027-01-11T09:00:22+08:00',2027,1,'d8a800ebddcbc4485c7d2b1c97c032b46806249eefbcc0e807e02b3707c87b1f','c09058fe3cead99814d2951f3e79d9bf2063bf85d013af83eb4d56a0df43655a','3f9df10035cf6104ecd13d8efbc0c09c917895a3005a5a0f088f2d4071bb6c9b');
INSERT INTO "event" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2','01a3309b-9680-7000-a5cc-20b509b4e5d2','allocation','allocation-28','ed53c4aab090745e3ae7d2df4a4d9518c8228c105c99b44a37ac005e9b24d8ed','2027-01-20','2027-01-20','',0,10000000,'',0,'{}','rows.jsonl#1','制单乙','2027-01-20T09:00:02+08:00','审核丙','2027-01-20T09:00:05+08:00','主管丁','2027-01-20T09:00:09+08:00',2027,6,'bb415634ccb55e2153b75e4e14ad2db609486cda7c4884271890c252557b0827','196f3c3d8eb60191ac624b2d818ef90f5ffca91311d0c82758fb7a8c45fc6721','ccdd1ce5604151d7a63907e994f752320e817d0839742f8360e5a555287fcc84');
INSERT INTO "event" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46','01a3309b-c560-7000-b4fc-87732be88b46','disbursement','拨-27','1dbf546b1c607dd96afca031423cc689113d138b4b845677225c6ea4f3a39f2b','2027-01-20','2027-01-20','H62010000001',2027,500000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-01-20T09:00:14+08:00','审核丙','2027-01-20T09:00:17+08:00','主管丁','2027-01-20T09:00:21+08:00',2027,7,'d01f2d08de8952e9c3575b338dc749540eeca5c1dc1b851872fee75770d6b23a','e502752e4bac5586cacd3ed7262bf1c48228034c28ca94a1b7c935124374c1f3','f6beb6be488dc82cca282c1efacb5e3c90a9e7ec81284d116de453a6ad0137b3');
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
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-6a50-7000-b119-1c56c324c985',1,'agreement','XY-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-7220-7000-ac88-8696008a05a6',1,'assessment-decision','HD-1','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-7dd8-7000-910b-8f507204e52d',1,'agreement','XY-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-85a8-7000-b351-1f8db8b6d8fe',1,'assessment-decision','HD-2','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-9160-7000-a5d5-75303a902931',1,'agreement','XY-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-9930-7000-868a-e3c7f1fd42a2',1,'assessment-decision','HD-3','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019b90d1-a8d0-7000-9450-c464e6c3f339',1,'agreement','XY-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019b90d1-b0a0-7000-816d-b9b807d4bedc',1,'assessment-decision','HD-4','2026-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-b870-7000-a992-29f706839eb9',1,'migration-sheet','migration-sheet-1','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-bc58-7000-8096-d04f8a9a021e',1,'migration-sheet','migration-sheet-2','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-c040-7000-b866-22b6f06c144a',1,'migration-sheet','migration-sheet-3','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b90d1-c428-7000-abef-59fe619699cf',1,'migration-sheet','migration-sheet-4','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd',1,'funding-plan','funding-plan-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd',2,'allocation-notice','allocation-notice-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd',3,'bank-receipt','bank-receipt-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0160-7000-ab51-7c8f3b1a11df',1,'migration-sheet','migration-sheet-6','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9',1,'funding-plan','funding-plan-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9',2,'allocation-notice','allocation-notice-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9',3,'bank-receipt','bank-receipt-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0',1,'payment-order','payment-order-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0',2,'bank-receipt','bank-receipt-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6',1,'payment-order','payment-order-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6',2,'bank-receipt','bank-receipt-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7',1,'payment-order','payment-order-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7',2,'bank-receipt','bank-receipt-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',1,'payment-order','payment-order-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',2,'bank-receipt','bank-receipt-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',3,'special-document','延12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15',1,'bank-receipt','bank-receipt-13','2026-04-14','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc',1,'bank-receipt','bank-receipt-14','2026-04-16','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb',1,'bank-receipt','特-bank-receipt-1','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4',1,'bank-receipt','特-bank-receipt-2','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019eecd7-6680-7000-aa30-935044ef7feb',1,'bank-receipt','bank-receipt-18','2026-06-21','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-9a75-257781355c53',1,'court-document','court-document-19','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-9a75-257781355c53',2,'government-approval','government-approval-19','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1611f-3e80-7000-a291-27af89d9bf02',1,'recall-notice','recall-notice-20','2026-10-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42',1,'bank-receipt','bank-receipt-21','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42',2,'other','other-21','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2a80-7000-b78e-976d154ed512',1,'bank-receipt','bank-receipt-22','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2e68-7000-9cfd-eea30445d656',1,'bank-receipt','bank-receipt-23','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-3250-7000-b043-ea9003ba33db',1,'bank-receipt','bank-receipt-24','2026-12-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','01a29b43-45d8-7000-91ff-205ac16e2284',1,'bank-receipt','bank-receipt-25','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4',1,'settlement-sheet','settlement-sheet-26','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4',2,'offset-decision','offset-decision-26','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-b268-7000-aa06-a9022b0b8c12',1,'bank-receipt','bank-receipt-27','2026-12-29','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2eda8-ea80-7000-81f6-fe49a6048457',1,'confirmation-reply','回-1','2027-01-06','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-6250-7000-84e4-7e6edbc799b0',1,'agreement','XY-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-6a20-7000-bab3-04434f73fd94',1,'assessment-decision','HD-5','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-75d8-7000-9310-7670f07534fe',1,'agreement','XY-6','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a30242-7da8-7000-8a20-11e4be6c6fe9',1,'assessment-decision','HD-6','2027-01-02','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2',1,'funding-plan','funding-plan-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2',2,'allocation-notice','allocation-notice-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2',3,'bank-receipt','bank-receipt-28','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46',1,'payment-order','payment-order-29','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46',2,'bank-receipt','bank-receipt-29','2027-01-20','',0,1,'','');
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
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','e6a78c651cf121962e69b8c9831994e6ddaeb4c898925d44fadb6ab90e5c68ce');
INSERT INTO "journal_file" VALUES('620100/employee','2026/00.beancount','2026-01','2e83ce2415a145ff5ca25802c9604851e39fbd0fc176da2dc62fe5fe7c7720f2');
INSERT INTO "journal_file" VALUES('620100/employee','2026/01.beancount','2026-01','22d5d71f1490592fb6bb69b45ee4466ad6f8c4e301af3d84cf35d4dcee3fa93d');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','a3ea84939ae0dc34e387c4983f9683e200957fe93a54dc6170a2415c59e2205b');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','e01f6af9e8f229374aec36365a0e5f15e8706b222915e528f841445230ff6faa');
INSERT INTO "journal_file" VALUES('620100/resident','2026/00.beancount','2026-01','b27b25b87a754358198d4a74dd8ec7701e06e2b6324e12c2832d29b64b3a3838');
INSERT INTO "journal_file" VALUES('620100/resident','2026/01.beancount','2026-01','a547225558c53c94169dcd5c01586f8dccddee734bc168799483d7ad4ccfd702');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','449aa2a0b153a762250c502ad58740812de95ae228db335451223d8938d1b0e9');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','5712ae476826c0307169ec4fe2f19d7c567b74674909083947c44662071142af');
INSERT INTO "journal_file" VALUES('620100/employee','2026/03.beancount','2026-03','1ba89d1c4ab01556828062b215910ccb7c5ae609d2de8b6d7d807a232eb7105e');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','29dc6af9f7feec3f322b812ba2e429538e02da3ac0b397010cd3e280ad4d3a40');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','407425287e1175bd5ec519d5173c82a4fff9b15df70710586ac07aa6327c0bf8');
INSERT INTO "journal_file" VALUES('620100/resident','2026/03.beancount','2026-03','6d34944b22a0eda12a27fe485c4b14ff5fb47ed7a1e864561249399bd933a87a');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','17ed79ffe5c02b6d914bc34f117ca7498862ae3233a7beeddf193486a9f153b3');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','8dfa8da26100e4ae2a036788521581aa1d74860231d582726df3a79d019af1d9');
INSERT INTO "journal_file" VALUES('620100/employee','2026/04.beancount','2026-04','45d89823641abfa30ad21bf7f68d077fadb424fc511f75441be384f01e59b58a');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','02367018e70da0fa06f2c08a88d820120e4ecd891673c5257c1122ee1a602707');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','ef2c0506cae2d9f592e304a02504af188b61afa9f5c1033d6c581998dd10571f');
INSERT INTO "journal_file" VALUES('620100/employee','2026/06.beancount','','2c98a5a2068886a610264614f2c15dfe97dbc85548bf4e7640a63a2b76faf349');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','d5861d455e0e51381ca089663b83cad0dc4879969cf8f6f53ef94edb3c6e6039');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','3820ac926ad3e32718d308cdd91fc81a4fedb228c5f20e2f447d719a3b7316ff');
INSERT INTO "journal_file" VALUES('620100/employee','2026/06.beancount','2026-06','d2669b9da5af4217c63cae8e97dd1f9634d37e09badbc5c39a25df8493464972');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','a8e12074be34511d00b155e8daefce5fd4027384fd12d5b23759cca4f4157d05');
INSERT INTO "journal_file" VALUES('620100/employee','2026/10.beancount','2026-10','a842b0833d372b57f5d30241bb1c83c0ac595786138a39853b194a5b7cc4653f');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','d9492428bf6def068321a6e50ea918e5eccdf71ab4594990eccfe84886d5d54e');
INSERT INTO "journal_file" VALUES('620100/employee','2026.beancount','','4056d59610e9f6a2de98c4a83f67cbf36581ebe52f3f19012dde1326cbb3fae0');
INSERT INTO "journal_file" VALUES('620100/employee','2026/12.beancount','2026-12','99be275a3cd572d3f2f64351430dff785d8362500eb78dd54460906ad57962ef');
INSERT INTO "journal_file" VALUES('620100/employee','2026/confirmed.beancount','','b6de113b95b3e1e79d5a054cf2d6caee0302794c57f1c8aa6be1a56feb5923cf');
INSERT INTO "journal_file" VALUES('620100/employee','2026/main.beancount','','be9bb27499319baa62f09efd68573581c165d705a7de727175d8136c4f6421a7');
INSERT INTO "journal_file" VALUES('620100/resident','2026.beancount','','bb777c236f994fb8626c62c9d169fe046ae4aaa93f6414d1464613c4a863e297');
INSERT INTO "journal_file" VALUES('620100/resident','2026/12.beancount','2026-12','c14be71230dc7bf9fffdc3025acce818f77fe7e0cfa58b25e4edbf8ea15e11a3');
INSERT INTO "journal_file" VALUES('620100/resident','2026/main.beancount','','eb866ccba21984e6f66242dc5ee8aa5c4f626dadf98a8899f2434c57fd0b058c');
INSERT INTO "journal_file" VALUES('620100/employee','2027.beancount','','dc45d153f157478da639781c0dba5e34388fd57e3fe23b626b55cdc067a61502');
INSERT INTO "journal_file" VALUES('620100/employee','2027/00.beancount','2026-13','ee5646b7f97f6de1f4ef485b5ba781ddcd17ca61b0573e42053e048e225b05a7');
INSERT INTO "journal_file" VALUES('620100/employee','2027/01.beancount','','73d1d9a63819c252efd92a5a7e081a7eea34506c21df079ea51fb1b04cf32480');
INSERT INTO "journal_file" VALUES('620100/employee','2027/main.beancount','','a984071219748cae1f7527c915ab413b9d4e502aa1697bf5a1274f74329d59c6');
INSERT INTO "journal_file" VALUES('620100/resident','2027.beancount','','472e39c282307b30b17a74f71ee08a9a1fb03f7a6e60e775693bf93b7fe5af2a');
INSERT INTO "journal_file" VALUES('620100/resident','2027/00.beancount','2026-13','fb8ea427fd844cd226dc8009ff344e044e5d65efa89a14e28b4d996792168e5f');
INSERT INTO "journal_file" VALUES('620100/resident','2027/main.beancount','','57b05bbbb66b8043384c8329b89966a9758ad2197a96f16affb569f90f9290b7');
INSERT INTO "journal_file" VALUES('620100/employee','2027.beancount','','9c563ed4200cda66b90a91b72da12ed9607ede4fa4187f497bd8c8b79d0a6784');
INSERT INTO "journal_file" VALUES('620100/employee','2027/01.beancount','2027-01','5c7376752ec92d6eba05e5722245d3af9f7c6f34b90d15911a6e8dc677eefe2e');
INSERT INTO "journal_file" VALUES('620100/employee','2027/confirmed.beancount','','5ac8247cff759e5136751ddbd55a5e9ba7d648ee853cc3328a59659200544950');
INSERT INTO "journal_file" VALUES('620100/employee','2027/main.beancount','','d5cdaf8b42e21e6179b1d544976bc87ed9a1fc146bf08b3896b1d2917bcaeedb');
INSERT INTO "journal_file" VALUES('620100/resident','2027.beancount','','9913a53db52f8e5ac2935cf1b99b1c395c6fbf8cf39e1909803cb21bc7f162ac');
INSERT INTO "journal_file" VALUES('620100/resident','2027/01.beancount','2027-01','d7112446dc1c6be12ed6701209cc459a63d7063877be1088d8b17507d4b2bb7f');
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
INSERT INTO "leg" VALUES('620100/employee','019b90d1-b870-7000-a992-29f706839eb9',1,1,'1003','3001.01',100000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-bc58-7000-8096-d04f8a9a021e',1,1,'1004','3001.01',2000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-c040-7000-b866-22b6f06c144a',1,1,'1101.01.H62010000001.2025','3001.01',3000000);
INSERT INTO "leg" VALUES('620100/employee','019b90d1-c428-7000-abef-59fe619699cf',1,1,'3001.01','2001.01.CBAD1E65C',50000);
INSERT INTO "leg" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd',1,1,'1004','1003',60000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0160-7000-ab51-7c8f3b1a11df',1,1,'1003','3001',20000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9',1,1,'1004','1003',20000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0',1,1,'1101.01.H62010000001.2026','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6',1,1,'1101.01.H62010000002.2026','1004',10000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8',1,1,'1101.01.H62010000003.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7',1,1,'1101.01.H62010000001.2026','1004',8000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57',1,1,'1101.01.H62010000003.2026','1004',-5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3',1,1,'1101.01.H62010000002.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f',1,1,'1101.01.H62010000001.2026','1004',-100000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16',1,1,'1101.01.H62010000002.2026','1004',1000000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15',1,1,'1004','2001.01.C2A40EBE9',80000);
INSERT INTO "leg" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc',1,1,'1004','1101.01.H62010000002.2026',1000000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb',1,1,'1101.01.H62010000003.2026','1004',700000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4',1,1,'1101.01.H62010000003.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','019eecd7-6680-7000-aa30-935044ef7feb',1,1,'1004','4201.01.01',1234);
INSERT INTO "leg" VALUES('620100/employee','019f257d-6638-7000-a0cc-cc86bd91a1b7',1,1,'4201.01.01','3001.01',1234);
INSERT INTO "leg" VALUES('620100/employee','01a156d2-8680-7000-9a75-257781355c53',1,1,'5401.01','1101.01.H62010000003.2026',800000);
INSERT INTO "leg" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42',1,1,'1004','4501.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-a5f0-7000-a344-0fb4cc667e97',1,1,'3001.01','5401.01',800000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-b1a8-7000-b67b-45f8cc0e95ee',1,1,'4501.01','3001.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2a80-7000-b78e-976d154ed512',1,1,'1004','1101.01.H62010000001.2026',25000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2e68-7000-9cfd-eea30445d656',1,1,'1004','1101.01.H62010000002.2026',15000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-3250-7000-b043-ea9003ba33db',1,1,'1004','1101.01.H62010000001.2025',3000000);
INSERT INTO "leg" VALUES('620100/resident','01a29b43-45d8-7000-91ff-205ac16e2284',1,1,'1004','1101.01.H62010000001.2026',8000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4',2,1,'5001.01.01','1101.01.H62010000001.2026',4000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4',2,2,'5001.01.01','1004',2000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-b268-7000-aa06-a9022b0b8c12',1,1,'1003','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','01a2f2cf-69a8-7000-af32-66ba0f0c8a89',1,1,'3001.01','5001.01.01',6000000);
INSERT INTO "leg" VALUES('620100/resident','01a30242-9130-7000-a427-fd256a8a43ef',1,1,'1101.01.H62010000001.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2',1,1,'1004','1003',10000000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46',1,1,'1101.01.H62010000001.2027','1004',500000);
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
INSERT INTO "oplog" VALUES('620100/employee','019b89bc-abd0-7000-a46d-d6122265b1f5','2026-01-05T00:00:03+08:00','-','init','兰州市职工医保','{"adopted":"建账","layers":{"gansu":"8c9f7a03de97bc4951b496052524afdf2e7371809d9564616c675da69bc5f1df","national":"1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c"},"profile":"gansu","release":"0.1.0","revision":"0007","start":"2026-01","stood":[[0,0,""]]}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bc-bb70-7000-b358-4f8cd8f16adf','2026-01-05T00:00:07+08:00','-','init','兰州市居民医保','{"adopted":"建账","layers":{"gansu":"8c9f7a03de97bc4951b496052524afdf2e7371809d9564616c675da69bc5f1df","national":"1fc223b74f8ace0145a30c46f01d46f7b7ab6557898b1033409d702b2345127c"},"profile":"gansu","release":"0.1.0","revision":"0007","start":"2026-01","stood":[[0,0,""]]}');
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
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-db98-7000-be04-c31037730edf','2026-01-06T09:00:32+08:00','制单乙','record','rows.jsonl','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-e750-7000-ae74-5e786c0fd4f5','2026-01-06T09:00:35+08:00','审核丙','approve','opening-balance-1 … opening-balance-4（4 笔）','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b90d1-f6f0-7000-a1c4-ae2f076f3787','2026-01-06T09:00:39+08:00','主管丁','post','opening-balance-1 … opening-balance-4（4 笔）','{"vouchers":4}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-de38-7000-bc1b-4ffb701966a0','2026-01-10T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-e9f0-7000-a362-0d227eed8d14','2026-01-10T09:00:07+08:00','审核丙','approve','allocation-5','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-f990-7000-961f-f4a03bab6c39','2026-01-10T09:00:11+08:00','主管丁','post','allocation-5','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-14e8-7000-bcf1-92bd75a89294','2026-01-10T09:00:18+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-20a0-7000-bb4b-e2764a2f20aa','2026-01-10T09:00:21+08:00','审核丙','approve','opening-balance-6 … allocation-7（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-3040-7000-9aa2-b12e05805975','2026-01-10T09:00:25+08:00','主管丁','post','opening-balance-6 … allocation-7（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-7e38-7000-baa4-2a3cd66b829e','2026-02-03T09:00:04+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-89f0-7000-bb05-232d8e73ca47','2026-02-03T09:00:07+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-9990-7000-8666-678fa46d6753','2026-02-03T09:00:11+08:00','主管丁','close-month','2026-01','{"digest":"7362bfe7b9cfcf9e105bfe677b29e72692e719fffb3afc35f49a821aa4279e34","journals":[["2026/00.beancount","2026-01","2e83ce2415a145ff5ca25802c9604851e39fbd0fc176da2dc62fe5fe7c7720f2"],["2026/01.beancount","2026-01","22d5d71f1490592fb6bb69b45ee4466ad6f8c4e301af3d84cf35d4dcee3fa93d"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-a930-7000-a847-51662f978d87','2026-02-03T09:00:15+08:00','主管丁','close-month','2026-01','{"digest":"b62e1b2c0193e834c697b9c11a5cc01e2e02d1cd32c866a943176502bcf7e5c2","journals":[["2026/00.beancount","2026-01","b27b25b87a754358198d4a74dd8ec7701e06e2b6324e12c2832d29b64b3a3838"],["2026/01.beancount","2026-01","a547225558c53c94169dcd5c01586f8dccddee734bc168799483d7ad4ccfd702"]]}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-9220-7000-ae50-19fbfe175330','2026-03-03T09:00:05+08:00','主管丁','close-month','2026-02','{"digest":"f13702f88324232f1f2aa5001b738c8455c5dc9f90f27cd31ca956abfa1a4ee5","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019cb135-a1c0-7000-92f8-0f6cdc2574bd','2026-03-03T09:00:09+08:00','主管丁','close-month','2026-02','{"digest":"e67e234fb9607facb0f623d5d5dad6ef7b6927ebecc5fca84d2a0643308111ab","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-2d90-7000-bde6-c5ebefba91fc','2026-03-10T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-3560-7000-a07e-707d6c0f3459','2026-03-10T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-4118-7000-ba40-78d7d47d380d','2026-03-10T09:00:16+08:00','审核丙','approve','拨-1 … 拨-3（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-4cd0-7000-8c26-7f7dab99254a','2026-03-10T09:00:19+08:00','审核丙','approve','居-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-5c70-7000-922f-aac44da98f1d','2026-03-10T09:00:23+08:00','主管丁','post','拨-1 … 拨-3（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-6c10-7000-be4d-071a966baea1','2026-03-10T09:00:27+08:00','主管丁','post','居-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-7f98-7000-9ff5-8c45e1ea24c4','2026-03-10T09:00:32+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-8b50-7000-bc37-ed29d8a064df','2026-03-10T09:00:35+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d4bb4-5a20-7000-992c-b4af815a47c5','2026-04-02T09:00:05+08:00','主管丁','close-month','2026-03','{"digest":"c19ffc2cd7da5f13c39d7d544b933952151d02c5c381aa1350537ec07eff12af","journals":[["2026/03.beancount","2026-03","1ba89d1c4ab01556828062b215910ccb7c5ae609d2de8b6d7d807a232eb7105e"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019d4bb4-69c0-7000-b69c-451296c8da19','2026-04-02T09:00:09+08:00','主管丁','close-month','2026-03','{"digest":"9dc678f162d51fee63a78ddc3c211ee4ebcba208f25f44ce8bdeed1cc0da5797","journals":[["2026/03.beancount","2026-03","6d34944b22a0eda12a27fe485c4b14ff5fb47ed7a1e864561249399bd933a87a"]]}');
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
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-87f8-7000-99e2-96a83b6fe507','2026-04-21T09:00:28+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-9b80-7000-9601-3e4883868a29','2026-04-21T09:00:33+08:00','主管辛','approve','复核-1','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-8e38-7000-b63c-cd06f3d4e711','2026-05-06T09:00:04+08:00','出纳戊','sign','出纳','{"signed":8}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-9dd8-7000-969c-0b3e93ea5c4e','2026-05-06T09:00:08+08:00','主管丁','close-month','2026-04','{"digest":"e15a24eff4103e683c01d1a724fdab67a4585532f46aff49de40d41308d40512","journals":[["2026/04.beancount","2026-04","45d89823641abfa30ad21bf7f68d077fadb424fc511f75441be384f01e59b58a"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019dfacc-ad78-7000-ba39-6d187589a82b','2026-05-06T09:00:12+08:00','主管丁','close-month','2026-04','{"digest":"7e6f80d28153a4a0d7bcfdc71fe41f1192b3210b532e7365ac7806df3fac0495","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7238-7000-a6f8-f3b28c497c68','2026-06-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7df0-7000-aeae-7e1ff5059285','2026-06-22T09:00:07+08:00','审核丙','approve','interest-18','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-8d90-7000-988e-5ef101762741','2026-06-22T09:00:11+08:00','主管丁','post','interest-18','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-a118-7000-b6d8-4121c89da11b','2026-06-22T09:00:16+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-b0b8-7000-bd18-eccdd20b5d59','2026-06-22T09:00:20+08:00','主管丁','close-month','2026-05','{"digest":"54c1c32e12ffc164d0f7e5c1a8cd0e8faff3eb4f74fdae80b31abf3561b89c78","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019eecd7-c058-7000-bc0f-b729e2dcaa37','2026-06-22T09:00:24+08:00','主管丁','close-month','2026-05','{"digest":"0ff5768027bef920d24333c2a71dd56b7f0628bf1396e22625444621af68b0b5","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019f257d-79c0-7000-8845-9f63cf23cae8','2026-07-03T09:00:09+08:00','主管丁','close-month','2026-06','{"digest":"6bb1423d83713daa7a2b4495c2c90277bf55a0e01b2ded01c5909a9706217510","journals":[["2026/06.beancount","2026-06","d2669b9da5af4217c63cae8e97dd1f9634d37e09badbc5c39a25df8493464972"]]}');
INSERT INTO "oplog" VALUES('620100/resident','019f257d-8960-7000-b1c0-e01a84c81999','2026-07-03T09:00:13+08:00','主管丁','close-month','2026-06','{"digest":"06598dc7ef2b2f44e76b3a800358c3f789ca7118fad5c730a0eb06708fd243a0","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019fca48-ea20-7000-8d26-aba48fb5262c','2026-08-04T09:00:05+08:00','主管丁','close-month','2026-07','{"digest":"b12e4edb55f620501dc3301799afc4d84af649353995cee1e24c954c2b9e5181","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','019fca48-f9c0-7000-bcc8-33556d14475b','2026-08-04T09:00:09+08:00','主管丁','close-month','2026-07','{"digest":"cfea0ae385e8522ac15a36cc9b5c7ed5deb666137771daf955031ab80ce89554","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a05fa1-5620-7000-9eca-5f420e5e18ba','2026-09-02T09:00:05+08:00','主管丁','close-month','2026-08','{"digest":"c4ebbc1278b11b34b3a0e7e3be58ed850d1daef7851d0e2cdc7f437f940c190f","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a05fa1-65c0-7000-9757-d5dbdeb8fc4c','2026-09-02T09:00:09+08:00','主管丁','close-month','2026-08','{"digest":"e06c05b842f09dc34a125ac0e067ece43b112849d142513bc2bd14adf69564af","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a11e2c-a220-7000-a37b-4f2591eb79fa','2026-10-09T09:00:05+08:00','主管丁','close-month','2026-09','{"digest":"f426156a9de46ffba552bd413fc47086a4e202ec9484af409aa297d7492959d1","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a11e2c-b1c0-7000-bc39-90bd3328ad08','2026-10-09T09:00:09+08:00','主管丁','close-month','2026-09','{"digest":"bc119272995aeb7aa233156ed3f1549e03ecc705a03f9ecacc4274f224492df2","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9238-7000-b40d-f37f7c240d49','2026-10-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9df0-7000-9a85-ee6b5b569643','2026-10-20T09:00:07+08:00','审核丙','approve','核-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-ad90-7000-8019-f6ea58989008','2026-10-20T09:00:11+08:00','主管丁','post','核-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-4a38-7000-b255-1ad09f9d0129','2026-10-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-5dc0-7000-9531-5b269cc9af4e','2026-10-22T09:00:09+08:00','审核丙','approve','收-1','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1611f-7918-7000-a664-070175491bc3','2026-10-22T09:00:16+08:00','主管丁','policy-choose','recovery_credit','{"before":"","from_year":0,"paper":"","reason":"局务会议定","value":"other_income"}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-ce38-7000-a8a9-eb873ac7652c','2026-10-29T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-d9f0-7000-a33f-97342d5db79b','2026-10-29T09:00:07+08:00','审核丙','approve','recovery-21','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-e990-7000-8b91-f703959f3a51','2026-10-29T09:00:11+08:00','主管丁','post','recovery-21','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-9a38-7000-85dc-cc23dc6b13ab','2026-11-03T09:00:04+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-c530-7000-bb94-af6dd1020a15','2026-11-03T09:00:15+08:00','主管丁','close-month','2026-10','{"digest":"e6f06a2cf376dce0dfe1173fa3f42543404b105cecd0c18286b36c257a9b24c9","journals":[["2026/10.beancount","2026-10","a842b0833d372b57f5d30241bb1c83c0ac595786138a39853b194a5b7cc4653f"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a19eeb-d4d0-7000-8213-cf75415af341','2026-11-03T09:00:19+08:00','主管丁','close-month','2026-10','{"digest":"ff2a6657364236af4efeb8b4900512c57c0c27a96b2ad3949be39b76f9f4fe6c","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a2396a-6620-7000-bc63-747bd77c96c0','2026-12-03T09:00:05+08:00','主管丁','close-month','2026-11','{"digest":"a3b76bf01303d2890d0020f59b6250a56f6aa630433df7b56017958fcaee3645","journals":[]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2396a-75c0-7000-8482-4f49ac512b01','2026-12-03T09:00:09+08:00','主管丁','close-month','2026-11','{"digest":"0043b68771ee8f8e0dd4f74648c77c430f40eac852398ff0354c822d74de714c","journals":[]}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-5190-7000-9131-6d1d3fe31d03','2026-12-22T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-5960-7000-b306-c30f1c07724e','2026-12-22T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-6518-7000-8bd0-a7399ff3078f','2026-12-22T09:00:16+08:00','审核丙','approve','还-1 … 还-旧（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-70d0-7000-9294-04b7582c18c9','2026-12-22T09:00:19+08:00','审核丙','approve','还-居','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-8070-7000-8ab7-d56611cbc288','2026-12-22T09:00:23+08:00','主管丁','post','还-1 … 还-旧（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-9010-7000-9055-75fb28dd37eb','2026-12-22T09:00:27+08:00','主管丁','post','还-居','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-c208-7000-a97c-279845ddb87d','2026-12-29T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-cdc0-7000-92d8-f83bb62ac1fe','2026-12-29T09:00:09+08:00','审核丙','approve','settlement-offset-26 … remittance-27（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-dd60-7000-acf7-d1297467537a','2026-12-29T09:00:13+08:00','主管丁','post','settlement-offset-26 … remittance-27（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de35-edf0-7000-9038-a8821bd7ce73','2027-01-04T09:00:07+08:00','出纳戊','bank-import','12.csv','{"account":"1004","closing":"275797.34","doubled":[],"file":"12.csv","from":"2026-12-20","imported":6,"known":0,"newest_first":false,"opening":"165812.34","reversed_sides":false,"to":"2026-12-31"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-1500-7000-8e6c-8725055455e8','2027-01-04T09:00:17+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":6,"lines_open":1,"matched":5,"proposed":0,"rules":{"day":5},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-2888-7000-996d-9d730492c4f5','2027-01-04T09:00:22+08:00','出纳戊','bank-adjust','调节表 1004-2026-12-1','{"bank_adjusted":"275812.34","book":"275812.34","book_adjusted":"275812.34","digest":"727b5f7aeb2877a7844561f29d80e1b6dc28fdac2f0a20c8fe1c95c335f9cd3a","items":1,"other":"0.00","statement":"275797.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-3440-7000-8242-c82e257e8454','2027-01-04T09:00:25+08:00','审核丙','bank-reconcile','调节表 1004-2026-12-1','{"account":"1004","adjusted":"275812.34","approved_at":"2027-01-04T09:00:23+08:00","approved_by":"审核丙","digest":"727b5f7aeb2877a7844561f29d80e1b6dc28fdac2f0a20c8fe1c95c335f9cd3a","period":"2026-12","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('-','01a2de36-3ff8-7000-bd6e-e462b80599e9','2027-01-04T09:00:28+08:00','管理员甲','operator-add','查询己','{"after":["viewer"],"before":[],"books":["620100/employee"]}');
INSERT INTO "oplog" VALUES('-','01a2de36-4bb0-7000-9c85-d53b2904acec','2027-01-04T09:00:31+08:00','管理员甲','password-set','查询己','{"version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-5b50-7000-a067-5f29b46108cc','2027-01-04T09:00:35+08:00','制单乙','policy-propose','late_scope','{"from_year":2027,"paper":"兰医保纪要〔2026〕3号","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2de36-6af0-7000-9b4e-7ad0ad9cedde','2027-01-04T09:00:39+08:00','制单乙','policy-propose','late_scope','{"from_year":2027,"paper":"兰医保纪要〔2026〕3号","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2de36-7e78-7000-b543-80258b7199cd','2027-01-04T09:00:44+08:00','主管丁','policy-confirm','late_scope','{"before":"","from_year":2027,"paper":"兰医保纪要〔2026〕3号","proposed_by":"制单乙","reason":"会议定","value":"all"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-55a8-7000-9cda-a51e843fdda7','2027-01-05T09:00:10+08:00','制单乙','confirm-send','2026-12-31','{"letters":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2e35c-6930-7000-a187-80bb39235bc0','2027-01-05T09:00:15+08:00','审核丙','approve','对账函-20261231-H62010000001 … 对账函-20261231-H62010000003（3 笔）','{"drafts":3,"registers":3}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda8-f638-7000-ab31-9a956518093d','2027-01-07T09:00:04+08:00','制单乙','record','回函.csv','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2eda9-09c0-7000-b36a-ab10936aa40c','2027-01-07T09:00:09+08:00','审核丙','approve','回函-对账函-20261231-H62010000001','{"drafts":1,"registers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-5238-7000-aa3a-8dfd523d2a54','2027-01-08T09:00:04+08:00','出纳戊','sign','出纳','{"signed":5}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-5df0-7000-9b48-7d33a185cc8e','2027-01-08T09:00:07+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-8118-7000-880b-320a4c717095','2027-01-08T09:00:16+08:00','主管丁','close-month','2026-12','{"digest":"dfb10fea263c88285340249737505ddaadab6c1d6aa3da51dd48ecb29def524c","journals":[["2026/12.beancount","2026-12","99be275a3cd572d3f2f64351430dff785d8362500eb78dd54460906ad57962ef"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-90b8-7000-8d93-90cff7c882f4','2027-01-08T09:00:20+08:00','主管丁','close-month','2026-12','{"digest":"459aa2e59557960595508f80c6010b9e1d24e73d5f5744a52917974b23c2b2ad","journals":[["2026/12.beancount","2026-12","c14be71230dc7bf9fffdc3025acce818f77fe7e0cfa58b25e4edbf8ea15e11a3"]]}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-a058-7000-8309-4280e023033d','2027-01-08T09:00:24+08:00','主管丁','close-year','2026','{"digest":"f4bf5efa5ed66b45edbd759c730cc9c905f922162441676c8fd87203295c5570","journals":[["2027/00.beancount","2026-13","ee5646b7f97f6de1f4ef485b5ba781ddcd17ca61b0573e42053e048e225b05a7"]],"reason":"乡镇医院年底封账，改为面对","unconfirmed":["H62010000002","H62010000003"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-ac10-7000-8486-ca004e6f5a94','2027-01-08T09:00:27+08:00','主管丁','close-year','2026','{"digest":"5ed6ae3980062f21f2896e513bcc965170326f4d77b4b3833c43c141c6163d8d","journals":[["2027/00.beancount","2026-13","fb8ea427fd844cd226dc8009ff344e044e5d65efa89a14e28b4d996792168e5f"]],"reason":"乡镇医院年底封账，改为面对","unconfirmed":["H62010000001"]}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-9900-7000-8858-5408409a8a78','2027-01-11T09:00:17+08:00','制单乙','record','2026-12 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-a4b8-7000-a3e2-cae0022bc320','2027-01-11T09:00:20+08:00','审核丙','approve','还-居-更正','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-b458-7000-b66f-0765e0f3a7ef','2027-01-11T09:00:24+08:00','主管丁','post','还-居-更正','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-a238-7000-8ded-0002d1c51f86','2027-01-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-adf0-7000-b9a6-eb8af652d008','2027-01-20T09:00:07+08:00','审核丙','approve','allocation-28','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-bd90-7000-9d7e-9b7691fde85c','2027-01-20T09:00:11+08:00','主管丁','post','allocation-28','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-d118-7000-b7ac-3819de26e655','2027-01-20T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-dcd0-7000-b1eb-cd89f9495568','2027-01-20T09:00:19+08:00','审核丙','approve','拨-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-ec70-7000-a7de-9f6bb43adc4f','2027-01-20T09:00:23+08:00','主管丁','post','拨-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-fc10-7000-8656-6e7b58d07674','2027-01-20T09:00:27+08:00','出纳戊','bank-import','1.csv','{"account":"1004","closing":"370797.34","doubled":[],"file":"1.csv","from":"2027-01-20","imported":2,"known":0,"newest_first":false,"opening":"275797.34","reversed_sides":false,"to":"2027-01-20"}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309c-1768-7000-a5d9-a6736ed5d1bf','2027-01-20T09:00:34+08:00','出纳戊','bank-match','1004','{"1004":{"account":"1004","lines":3,"lines_open":1,"matched":2,"proposed":0,"rules":{"day":2},"vouchers_open":0}}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-5e50-7000-9f82-acbb31b1c27e','2027-02-05T09:00:03+08:00','出纳戊','bank-adjust','调节表 1004-2027-01-1','{"bank_adjusted":"370812.34","book":"370812.34","book_adjusted":"370812.34","digest":"9c6b258be29059f2a2a443f8901fc8ae9fecf31e4bf75d5764577b7377c0f818","items":1,"other":"0.00","statement":"370797.34"}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-6a08-7000-bc07-6fca1abb8ba3','2027-02-05T09:00:06+08:00','审核丙','bank-reconcile','调节表 1004-2027-01-1','{"account":"1004","adjusted":"370812.34","approved_at":"2027-02-05T09:00:04+08:00","approved_by":"审核丙","digest":"9c6b258be29059f2a2a443f8901fc8ae9fecf31e4bf75d5764577b7377c0f818","period":"2027-01","prepared_by":"出纳戊","version":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-7d90-7000-98f6-c07faa7c314b','2027-02-05T09:00:11+08:00','出纳戊','sign','出纳','{"signed":2}');
INSERT INTO "oplog" VALUES('620100/resident','01a38301-8948-7000-a043-4b8c4bcb6b22','2027-02-05T09:00:14+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-9cd0-7000-8119-cedd7ff2e341','2027-02-05T09:00:19+08:00','主管丁','close-month','2027-01','{"digest":"e50720d53c85cac0ce1809ac5ef2c4237bc1c09fa2538005a44c106d50d05ca0","journals":[["2027/01.beancount","2027-01","5c7376752ec92d6eba05e5722245d3af9f7c6f34b90d15911a6e8dc677eefe2e"]]}');
INSERT INTO "oplog" VALUES('620100/resident','01a38301-ac70-7000-a72d-1c695349da48','2027-02-05T09:00:23+08:00','主管丁','close-month','2027-01','{"digest":"86733599194f7a1c5c82e84521100adeea18a2752d87ec70180434955c47039d","journals":[["2027/01.beancount","2027-01","d7112446dc1c6be12ed6701209cc459a63d7063877be1088d8b17507d4b2bb7f"]]}');
INSERT INTO "oplog" VALUES('620100/employee','01a38301-bff8-7000-9201-aaa0e65150b5','2027-02-05T09:00:28+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
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
INSERT INTO "policy_layer" VALUES('620100/employee','gansu',1,1,'8c9f7a03de97bc4951b496052524afdf2e7371809d9564616c675da69bc5f1df','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
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
INSERT INTO "policy_layer" VALUES('620100/resident','gansu',1,1,'8c9f7a03de97bc4951b496052524afdf2e7371809d9564616c675da69bc5f1df','# 甘肃：甘医保发〔2025〕11号《关于进一步规范定点医疗机构医保预付金管理的通知》
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
INSERT INTO "policy_proposal" VALUES('620100/employee','late_scope',1,1,'"all"',2027,'会议定','兰医保纪要〔2026〕3号','制单乙','2027-01-04T09:00:33+08:00');
INSERT INTO "policy_proposal" VALUES('620100/resident','late_scope',1,1,'"all"',2027,'会议定','兰医保纪要〔2026〕3号','制单乙','2027-01-04T09:00:37+08:00');
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
INSERT INTO "policy_value" VALUES('620100/employee','late_scope',1,'"all"','本单位选定（2027-01-04 制单乙 提出，主管丁 确认，兰医保纪要〔2026〕3号）','choice','2027','会议定','主管丁','2027-01-04T09:00:42+08:00');
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
INSERT INTO "seal" VALUES('620100/employee','2026-01',1,7,60000000,60000000,'606b276c3f89986b7d57cc5873859f90480374e3f8e2b6f598651fdc44f37d24','978679dd20ee8ad780c50ab923e330575daf10d61c26c69032a8cb7bccd576a2',11,'8d70e23cb0edf0af5a4a9d175bcb400dd365a91e548ff5599df9ae4b3039c8f8','','7362bfe7b9cfcf9e105bfe677b29e72692e719fffb3afc35f49a821aa4279e34','主管丁','2026-02-03T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-01',1,3,20000000,20000000,'a705e82f3f1b48cd4c2fe7b37cdd79fbb80255a82dce623bedd50893b08e50c0','40feadf3d849ba32d07cc167165a24940f25cad564502aa4286712352938abc5',4,'386c8cd647bbe095170507bd7b325912c6fa2a1dd2a47d9cf98fa9e0b220b7ab','','b62e1b2c0193e834c697b9c11a5cc01e2e02d1cd32c866a943176502bcf7e5c2','主管丁','2026-02-03T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-02',0,0,0,0,'448d8afbd6b05f695078d03959457956cdb244b7bc5a33f823369d5865642ac4','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',11,'8d70e23cb0edf0af5a4a9d175bcb400dd365a91e548ff5599df9ae4b3039c8f8','7362bfe7b9cfcf9e105bfe677b29e72692e719fffb3afc35f49a821aa4279e34','f13702f88324232f1f2aa5001b738c8455c5dc9f90f27cd31ca956abfa1a4ee5','主管丁','2026-03-03T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-02',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',4,'386c8cd647bbe095170507bd7b325912c6fa2a1dd2a47d9cf98fa9e0b220b7ab','b62e1b2c0193e834c697b9c11a5cc01e2e02d1cd32c866a943176502bcf7e5c2','e67e234fb9607facb0f623d5d5dad6ef7b6927ebecc5fca84d2a0643308111ab','主管丁','2026-03-03T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-03',3,3,45000000,45000000,'b71aae0a9f71bc86c5333514f3b371c0e5f028c66e0efb7ebd6f8fd8e3eb9006','eb8367b31a95ace68a795690e8744dfb210c2c20a10f438678375b34fc0daa24',14,'f9c6153025ad7b3097a81de65be813db62436f4882db3d3f55edf3e3fbdba3a9','f13702f88324232f1f2aa5001b738c8455c5dc9f90f27cd31ca956abfa1a4ee5','c19ffc2cd7da5f13c39d7d544b933952151d02c5c381aa1350537ec07eff12af','主管丁','2026-04-02T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-03',1,1,8000000,8000000,'004e26444f97fd0a710e848ca8d29b204c680417e4b28a10bf8344ab3d35f28e','389d2713cf7e195081dc1989822099e2af89bfb6c7990f84b407afd59be37317',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','e67e234fb9607facb0f623d5d5dad6ef7b6927ebecc5fca84d2a0643308111ab','9dc678f162d51fee63a78ddc3c211ee4ebcba208f25f44ce8bdeed1cc0da5797','主管丁','2026-04-02T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-04',8,9,2780000,2780000,'5532612a4fefe31571d2a9d66ff7abe5c6bac44c18820523f4a15f280d85b92d','90a567ae5313c45d150ebc1278e73bfd11fbd5e453badd237220039c343140cd',23,'eaaaf01f64d506dd9cc38c8f77c8d274f6398c48c1f2f71d25009ffa66628eac','c19ffc2cd7da5f13c39d7d544b933952151d02c5c381aa1350537ec07eff12af','e15a24eff4103e683c01d1a724fdab67a4585532f46aff49de40d41308d40512','主管丁','2026-05-06T09:00:06+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-04',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','9dc678f162d51fee63a78ddc3c211ee4ebcba208f25f44ce8bdeed1cc0da5797','7e6f80d28153a4a0d7bcfdc71fe41f1192b3210b532e7365ac7806df3fac0495','主管丁','2026-05-06T09:00:10+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-05',0,0,0,0,'4d0155baf3fd4a532b3f10048d24ff441b8b8e53bf105f8b09d68a8fafde9c54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',24,'d371b02b93e54ebe3fdbc91d539447ecb9e88f2b5902aff5b0f89cfd5f3c14b8','e15a24eff4103e683c01d1a724fdab67a4585532f46aff49de40d41308d40512','54c1c32e12ffc164d0f7e5c1a8cd0e8faff3eb4f74fdae80b31abf3561b89c78','主管丁','2026-06-22T09:00:18+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-05',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','7e6f80d28153a4a0d7bcfdc71fe41f1192b3210b532e7365ac7806df3fac0495','0ff5768027bef920d24333c2a71dd56b7f0628bf1396e22625444621af68b0b5','主管丁','2026-06-22T09:00:22+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-06',2,2,2468,2468,'038fb474731a320c75a519424c4ba80c6dc2b8632beb087c8cf727137c1e1bb8','37305e48398818524606e92543a5551c7cd13b76d9486ea48fa57322a927c0b0',25,'7b3cc2c9d987883320f2a47af8d474a0e3984bf537cabb46a32ea1943336f9fb','54c1c32e12ffc164d0f7e5c1a8cd0e8faff3eb4f74fdae80b31abf3561b89c78','6bb1423d83713daa7a2b4495c2c90277bf55a0e01b2ded01c5909a9706217510','主管丁','2026-07-03T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-06',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','0ff5768027bef920d24333c2a71dd56b7f0628bf1396e22625444621af68b0b5','06598dc7ef2b2f44e76b3a800358c3f789ca7118fad5c730a0eb06708fd243a0','主管丁','2026-07-03T09:00:11+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-07',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'7b3cc2c9d987883320f2a47af8d474a0e3984bf537cabb46a32ea1943336f9fb','6bb1423d83713daa7a2b4495c2c90277bf55a0e01b2ded01c5909a9706217510','b12e4edb55f620501dc3301799afc4d84af649353995cee1e24c954c2b9e5181','主管丁','2026-08-04T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-07',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','06598dc7ef2b2f44e76b3a800358c3f789ca7118fad5c730a0eb06708fd243a0','cfea0ae385e8522ac15a36cc9b5c7ed5deb666137771daf955031ab80ce89554','主管丁','2026-08-04T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-08',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'7b3cc2c9d987883320f2a47af8d474a0e3984bf537cabb46a32ea1943336f9fb','b12e4edb55f620501dc3301799afc4d84af649353995cee1e24c954c2b9e5181','c4ebbc1278b11b34b3a0e7e3be58ed850d1daef7851d0e2cdc7f437f940c190f','主管丁','2026-09-02T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-08',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','cfea0ae385e8522ac15a36cc9b5c7ed5deb666137771daf955031ab80ce89554','e06c05b842f09dc34a125ac0e067ece43b112849d142513bc2bd14adf69564af','主管丁','2026-09-02T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-09',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',25,'7b3cc2c9d987883320f2a47af8d474a0e3984bf537cabb46a32ea1943336f9fb','c4ebbc1278b11b34b3a0e7e3be58ed850d1daef7851d0e2cdc7f437f940c190f','f426156a9de46ffba552bd413fc47086a4e202ec9484af409aa297d7492959d1','主管丁','2026-10-09T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-09',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','e06c05b842f09dc34a125ac0e067ece43b112849d142513bc2bd14adf69564af','bc119272995aeb7aa233156ed3f1549e03ecc705a03f9ecacc4274f224492df2','主管丁','2026-10-09T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-10',4,5,2000000,2000000,'117e156fb3cabb3d12c064a64f40e6b0e80746f682653c5647cf6c77912c84f3','bcd61195fa9bbd5e1ab7c9f20487cfe5a8d587c52137788a8b15215896732759',30,'31ac0285d439dc5d53c1b8aa07169836e3870b5b4fc3d81682c54e69326e1880','f426156a9de46ffba552bd413fc47086a4e202ec9484af409aa297d7492959d1','e6f06a2cf376dce0dfe1173fa3f42543404b105cecd0c18286b36c257a9b24c9','主管丁','2026-11-03T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-10',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','bc119272995aeb7aa233156ed3f1549e03ecc705a03f9ecacc4274f224492df2','ff2a6657364236af4efeb8b4900512c57c0c27a96b2ad3949be39b76f9f4fe6c','主管丁','2026-11-03T09:00:17+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-11',0,0,0,0,'10caf1e657efac7e9f7c3f0bac882366819c68ed1f3b35158567d33dcbda6195','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',30,'31ac0285d439dc5d53c1b8aa07169836e3870b5b4fc3d81682c54e69326e1880','e6f06a2cf376dce0dfe1173fa3f42543404b105cecd0c18286b36c257a9b24c9','a3b76bf01303d2890d0020f59b6250a56f6aa630433df7b56017958fcaee3645','主管丁','2026-12-03T09:00:03+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-11',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'a0ed8e70aa85d2d5160d9007867e0b39988466327cd3e649ed1b7c071754d03b','ff2a6657364236af4efeb8b4900512c57c0c27a96b2ad3949be39b76f9f4fe6c','0043b68771ee8f8e0dd4f74648c77c430f40eac852398ff0354c822d74de714c','主管丁','2026-12-03T09:00:07+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-12',6,9,85000000,85000000,'802e475de0465fc7f9513f608e0ae44e57502d093aa37bb133e53550eee4a61d','f6ed47bbc4e410b20652622e81068e66e5ae2bd0844e578d42c16187eb300910',39,'5176a7bb7aec6262123ac8ef80ec3cc06a6678078876f22fed1ca51ced7b7254','a3b76bf01303d2890d0020f59b6250a56f6aa630433df7b56017958fcaee3645','dfb10fea263c88285340249737505ddaadab6c1d6aa3da51dd48ecb29def524c','主管丁','2027-01-08T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-12',1,1,8000000,8000000,'8b63a7cd9c7566b0996d28e3f0b9c43ef475698d6d7d6775cfd5e78aedd6267a','4902120b5471497e45df2e4e48f1a18db0b364df072a1aa4173344f32f0a37f1',6,'257c6ee21a4f65a2df8bf046696e5cb511e0be759974d86dfb9bbcdf0c1419e1','0043b68771ee8f8e0dd4f74648c77c430f40eac852398ff0354c822d74de714c','459aa2e59557960595508f80c6010b9e1d24e73d5f5744a52917974b23c2b2ad','主管丁','2027-01-08T09:00:18+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-13',0,0,0,0,'c933d7d02a1038e029f8d0da28fb0ecae945d2540b5a264f3c22b9a37ac10b54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',39,'5176a7bb7aec6262123ac8ef80ec3cc06a6678078876f22fed1ca51ced7b7254','dfb10fea263c88285340249737505ddaadab6c1d6aa3da51dd48ecb29def524c','f4bf5efa5ed66b45edbd759c730cc9c905f922162441676c8fd87203295c5570','主管丁','2027-01-08T09:00:22+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-13',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',6,'257c6ee21a4f65a2df8bf046696e5cb511e0be759974d86dfb9bbcdf0c1419e1','459aa2e59557960595508f80c6010b9e1d24e73d5f5744a52917974b23c2b2ad','5ed6ae3980062f21f2896e513bcc965170326f4d77b4b3833c43c141c6163d8d','主管丁','2027-01-08T09:00:25+08:00');
INSERT INTO "seal" VALUES('620100/employee','2027-01',2,7,10500000,10500000,'0b0e932d0a5e46224053d4ed807444689a658fb7e06963668b85e1f1508bccb3','5a2f0def1a23e83c746df1230d6410d6a173ec09564a7cf2579b2278e222c445',7,'f6beb6be488dc82cca282c1efacb5e3c90a9e7ec81284d116de453a6ad0137b3','f4bf5efa5ed66b45edbd759c730cc9c905f922162441676c8fd87203295c5570','e50720d53c85cac0ce1809ac5ef2c4237bc1c09fa2538005a44c106d50d05ca0','主管丁','2027-02-05T09:00:16+08:00');
INSERT INTO "seal" VALUES('620100/resident','2027-01',1,1,100000,100000,'d8d2732ad31ba2eb8d248ebea7995f41f490a30183059548c867311b1b92dadd','b4016e97390dffdb267c2dced743d47aa8198b8e02254e2b7b02285758efc32f',1,'3f9df10035cf6104ecd13d8efbc0c09c917895a3005a5a0f088f2d4071bb6c9b','5ed6ae3980062f21f2896e513bcc965170326f4d77b4b3833c43c141c6163d8d','86733599194f7a1c5c82e84521100adeea18a2752d87ec70180434955c47039d','主管丁','2027-02-05T09:00:21+08:00');
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
INSERT INTO "signature" VALUES('620100/employee','019b90d1-b870-7000-a992-29f706839eb9','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019b90d1-bc58-7000-8096-d04f8a9a021e','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd','cashier','出纳戊','2026-02-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0160-7000-ab51-7c8f3b1a11df','cashier','出纳戊','2026-02-03T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9','cashier','出纳戊','2026-02-03T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8','cashier','出纳戊','2026-03-10T09:00:30+08:00');
INSERT INTO "signature" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7','cashier','出纳戊','2026-03-10T09:00:33+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4','cashier','出纳戊','2026-05-06T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','019eecd7-6680-7000-aa30-935044ef7feb','cashier','出纳戊','2026-06-22T09:00:14+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42','cashier','出纳戊','2026-11-03T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-2a80-7000-b78e-976d154ed512','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-2e68-7000-9cfd-eea30445d656','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a29b43-3250-7000-b043-ea9003ba33db','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a2bf4f-b268-7000-aa06-a9022b0b8c12','cashier','出纳戊','2027-01-08T09:00:02+08:00');
INSERT INTO "signature" VALUES('620100/resident','01a29b43-45d8-7000-91ff-205ac16e2284','cashier','出纳戊','2027-01-08T09:00:05+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2','cashier','出纳戊','2027-02-05T09:00:09+08:00');
INSERT INTO "signature" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46','cashier','出纳戊','2027-02-05T09:00:09+08:00');
INSERT INTO "signature" VALUES('620100/resident','01a30242-9130-7000-a427-fd256a8a43ef','cashier','出纳戊','2027-02-05T09:00:12+08:00');
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
INSERT INTO "upgrade" VALUES('620100/employee','0007','0.1.0',0,0,'');
INSERT INTO "upgrade" VALUES('620100/resident','0007','0.1.0',0,0,'');
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
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-b870-7000-a992-29f706839eb9','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-bc58-7000-8096-d04f8a9a021e','2026-00',2,'opening-balance','期初：支出户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-c040-7000-b866-22b6f06c144a','2026-00',3,'opening-balance','期初：城关示范医院2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b90d1-c428-7000-abef-59fe619699cf','2026-00',4,'opening-balance','期初：暂收款来历不明的汇款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019ba56a-d280-7000-b0e0-7a2338c0c8fd','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-5）',1,3);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0160-7000-ab51-7c8f3b1a11df','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0548-7000-b0b3-5e26380208a9','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-7）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0680-7000-af8f-b7021ef2a4f0','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0a68-7000-b951-1b75552b82f6','2026-03',2,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0e50-7000-be49-c3d3b8b333a8','2026-03',3,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/resident','019cd542-21d8-7000-a00d-1a2db610a9f7','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b238-7000-9ebc-09ef08d6af57','2026-04',1,'disbursement','注销2026年3月10日记-0003号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b620-7000-af99-48733e2434e3','2026-04',2,'disbursement','订正2026年3月10日记-0003号凭证：拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-f0b8-7000-b87e-ae758c7e134f','2026-04',3,'disbursement','调减2026年3月10日记-0001号凭证金额 1,000.00',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-f680-7000-aa7b-0201705fca16','2026-04',4,'disbursement','拨付安宁示范医院2026年度医保预付金',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-fa68-7000-86e8-588582283d15','2026-04',5,'suspense','暂收来款待查来款待查',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019d98f3-ae80-7000-aee5-a2907d5c8dfc','2026-04',6,'payment-return','安宁示范医院2026年度医保预付金退汇（原拨付拨-4）',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-1e80-7000-a759-0f09fbb230bb','2026-04',7,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-4d60-7000-8e86-24318092b4d4','2026-04',8,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019eecd7-6680-7000-aa30-935044ef7feb','2026-06',1,'interest','支出户2026年6月结息',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019f257d-6638-7000-a0cc-cc86bd91a1b7','2026-06',2,'period-end','结转2026年6月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a156d2-8680-7000-9a75-257781355c53','2026-10',1,'write-off','核销榆中示范卫生院2026年度医保预付金（court-document-19；government-approval-19）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a1852b-c280-7000-b37e-110107295e42','2026-10',2,'recovery','收回已核销的榆中示范卫生院2026年度医保预付金（other-21）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-a5f0-7000-a344-0fb4cc667e97','2026-10',3,'period-end','结转2026年10月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-b1a8-7000-b67b-45f8cc0e95ee','2026-10',4,'period-end','结转2026年10月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2a80-7000-b78e-976d154ed512','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2e68-7000-9cfd-eea30445d656','2026-12',2,'repayment','安宁示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-3250-7000-b043-ea9003ba33db','2026-12',3,'repayment','城关示范医院返还2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/resident','01a29b43-45d8-7000-91ff-205ac16e2284','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-ae80-7000-bcec-dfcc870266c4','2026-12',4,'settlement-offset','城关示范医院结算单settlement-sheet-26冲抵2026年度医保预付金（offset-decision-26）',2,2);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-b268-7000-aa06-a9022b0b8c12','2026-12',5,'remittance','上解2026年收回的医保预付金至财政专户',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2f2cf-69a8-7000-af32-66ba0f0c8a89','2026-12',6,'period-end','结转2026年12月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/resident','01a30242-9130-7000-a427-fd256a8a43ef','2027-01',1,'repayment','更正2026年12月20日记-0001号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-9680-7000-a5cc-20b509b4e5d2','2027-01',1,'allocation','财政拨入2027年度医保预付金（用款计划funding-plan-28）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-c560-7000-b4fc-87732be88b46','2027-01',2,'disbursement','拨付城关示范医院2027年度医保预付金',1,2);
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
CREATE TRIGGER upgrade_no_update BEFORE UPDATE ON upgrade BEGIN SELECT RAISE(ABORT, 'append-only: update on upgrade'); END;
CREATE TRIGGER upgrade_no_delete BEFORE DELETE ON upgrade BEGIN SELECT RAISE(ABORT, 'append-only: delete on upgrade'); END;
CREATE TRIGGER upgrade_no_replace BEFORE INSERT ON upgrade WHEN EXISTS (SELECT 1 FROM upgrade WHERE book = NEW.book AND revision = NEW.revision AND chain_year = NEW.chain_year) BEGIN SELECT RAISE(ABORT, 'append-only: replace on upgrade'); END;
CREATE TRIGGER journal_file_no_update BEFORE UPDATE ON journal_file BEGIN SELECT RAISE(ABORT, 'append-only: update on journal_file'); END;
CREATE TRIGGER journal_file_no_delete BEFORE DELETE ON journal_file BEGIN SELECT RAISE(ABORT, 'append-only: delete on journal_file'); END;
CREATE TRIGGER journal_file_no_replace BEFORE INSERT ON journal_file WHEN EXISTS (SELECT 1 FROM journal_file WHERE book = NEW.book AND name = NEW.name AND period = NEW.period AND digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'append-only: replace on journal_file'); END;
CREATE TRIGGER policy_proposal_no_update BEFORE UPDATE ON policy_proposal BEGIN SELECT RAISE(ABORT, 'append-only: update on policy_proposal'); END;
CREATE TRIGGER policy_proposal_no_delete BEFORE DELETE ON policy_proposal BEGIN SELECT RAISE(ABORT, 'append-only: delete on policy_proposal'); END;
CREATE TRIGGER policy_proposal_no_replace BEFORE INSERT ON policy_proposal WHEN EXISTS (SELECT 1 FROM policy_proposal WHERE book = NEW.book AND name = NEW.name AND version = NEW.version AND place = NEW.place) BEGIN SELECT RAISE(ABORT, 'append-only: replace on policy_proposal'); END;
COMMIT;
