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
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "control" VALUES('620100/employee',66);
INSERT INTO "control" VALUES('620100/resident',28);
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
INSERT INTO "correction" VALUES('620100/employee','019d50da-b238-7000-ba40-78d7d47d380d','019cd542-0e50-7000-bb4b-e2764a2f20aa','red');
INSERT INTO "correction" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a','019cd542-0e50-7000-bb4b-e2764a2f20aa','blue');
INSERT INTO "correction" VALUES('620100/employee','019d50da-f0b8-7000-bc37-ed29d8a064df','019cd542-0680-7000-b0b3-5e26380208a9','difference');
INSERT INTO "correction" VALUES('620100/resident','01a30242-6638-7000-b306-c30f1c07724e','01a29b43-45d8-7000-b255-1ad09f9d0129','amend');
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
INSERT INTO "draft" VALUES('620100/employee','01a378b4-bdc0-7000-b2f4-fd786bc15385','01a378b4-bdc0-7000-b2f4-fd786bc15385','disbursement','拨-28','e5ce7950ff406e022702b9c25cc0a4fa82c2302ceb977c46513a01cae837cf4e','2027-02-02','2027-02-02','H62010000003',2027,600000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-02-03T09:00:10+08:00','[{"date":"2027-02-02","number":"payment-order-28","sheets":"1","type":"payment-order"},{"date":"2027-02-02","number":"bank-receipt-28","sheets":"1","type":"bank-receipt"}]','','');
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
INSERT INTO "event" VALUES('620100/employee','019b89bd-30a0-7000-b119-1c56c324c985','019b89bd-30a0-7000-b119-1c56c324c985','opening-balance','opening-balance-1','7c67c91ff05855046d8bc60d064adb1b4e9810324f9a667b26277304c8a370a3','2026-01-01','2026-01-01','',0,100000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-05T00:00:41+08:00','审核丙','2026-01-05T00:00:47+08:00','主管丁','2026-01-05T00:00:51+08:00',2026,1,'bb5d2ba9577bc1dcd90f6b58c8fceadf4713f1b26701ca595b9d319ed7e2faea','305abf6e5833cb8262eaa2d2d19b9b6d57a7430176c243e487125c6c9bb0b03c','5f89b15b0680ec3dff34fe791fa4ae0c97e608cccfeec60507d6cbdaa8e45e73');
INSERT INTO "event" VALUES('620100/employee','019b89bd-3488-7000-ac88-8696008a05a6','019b89bd-3488-7000-ac88-8696008a05a6','opening-balance','opening-balance-2','5ae90df1cfdb74ef3aaf574a1cf2f4396230b53c346f4c210697a39a8d531d9b','2026-01-01','2026-01-01','',0,2000000,'',0,'{"account":"1004"}','rows.jsonl#2','制单乙','2026-01-05T00:00:42+08:00','审核丙','2026-01-05T00:00:47+08:00','主管丁','2026-01-05T00:00:51+08:00',2026,2,'1204ea6d5b2278a38b6694b2f84048d25349a97b7a263567b5588aab8b9b682a','7bd02d6741ca9689b160ee664c59ae0289fc8c1f71d4e5de1173156b6e00abad','dc6ae62da6ce4d41ea9fba0a2cc92967a4337ad296cd9c440327e762a0849c3e');
INSERT INTO "event" VALUES('620100/employee','019b89bd-3870-7000-910b-8f507204e52d','019b89bd-3870-7000-910b-8f507204e52d','opening-balance','opening-balance-3','26f4b04f394794ad3a3eecd75d71c68d265aedaf1fdbbcee470ada3fe1e18500','2026-01-01','2026-01-01','H62010000001',2025,3000000,'',0,'{"account":"1101"}','rows.jsonl#3','制单乙','2026-01-05T00:00:43+08:00','审核丙','2026-01-05T00:00:47+08:00','主管丁','2026-01-05T00:00:51+08:00',2026,3,'d6058d241c47948bcfa8c45ab08fc35f5c8c6bf719cd6abcbaae2de01e988183','12b66ed435dbf9c7b13d7d762c6437cad2df02865c734fdf7dfc958ce805e986','3464b2de38d8b56bfd1bc3f936b2021632278a25a4a4faf29827d591633f04ee');
INSERT INTO "event" VALUES('620100/employee','019b89bd-3c58-7000-b351-1f8db8b6d8fe','019b89bd-3c58-7000-b351-1f8db8b6d8fe','opening-balance','opening-balance-4','4b40451d02d7214461604214386327fc005fa5f53646b6b0f8fdb2ab6f9e171c','2026-01-01','2026-01-01','',0,50000,'',0,'{"account":"2001","counterparty":"来历不明的汇款"}','rows.jsonl#4','制单乙','2026-01-05T00:00:44+08:00','审核丙','2026-01-05T00:00:47+08:00','主管丁','2026-01-05T00:00:51+08:00',2026,4,'9764f585326f0d4d022d48ee7d69cc34d870f0f55cc60f05acc87974b616993b','ffe6b2e7b46dfe580aad1ed419532b54392b044966d61d3ea405ab383e7575d6','6537c2eb01bdcb67f279a8de6c9576ef21f7b63895e014c128fe477e9271b5e4');
INSERT INTO "event" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc','019ba56a-d280-7000-816d-b9b807d4bedc','allocation','allocation-5','9ee5278270a37f72faa48aeeb6394841bff04752950af002434f3d1941483306','2026-01-10','2026-01-10','',0,60000000,'',0,'{}','rows.jsonl#1','制单乙','2026-01-10T09:00:02+08:00','审核丙','2026-01-10T09:00:05+08:00','主管丁','2026-01-10T09:00:09+08:00',2026,5,'f717ff116c2d5a1eccc972558c15d5cc019380078420da6fa0e5c8f8363d7162','a50e80670b313266f07825a3ae4a831b51b6158daeeb7e471f4aefe028065f66','01ac3894cd12b304f39e85879c0060d56801e731058e23385ea84987d05f161f');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf','019ba56b-0160-7000-abef-59fe619699cf','opening-balance','opening-balance-6','c682b1b3d5dbc3eba6bc69edc4edc83b1468b00239944a4c978ea44a5c1ed9de','2026-01-01','2026-01-01','',0,20000000,'',0,'{"account":"1003"}','rows.jsonl#1','制单乙','2026-01-10T09:00:15+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,1,'dfd5a8b794a2080d8816eeca69a013b6fed0fdab777207a8a68f3e30ea8db596','96657a8c33ec1827ae0c47c407c916aa947db719bb6a9ebf2254ec8d931baefe','f97f5551da0fe28204b0f4fa94d7b1677f6cdb03c9a2172d9c1e8f05303cf86c');
INSERT INTO "event" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf','019ba56b-0548-7000-be04-c31037730edf','allocation','allocation-7','4bf8cc380cb46f53f7dcc5ee734f180c7109a660ecee02d81d05e2a9182f2e40','2026-01-10','2026-01-10','',0,20000000,'',0,'{}','rows.jsonl#2','制单乙','2026-01-10T09:00:16+08:00','审核丙','2026-01-10T09:00:19+08:00','主管丁','2026-01-10T09:00:23+08:00',2026,2,'5ee57758272010dff65946d4e152ad65bf0f40c1941e4be860cfbad4ad79c8ff','faf33a799584504c24004c28da8f064cf3cf8b63e2162891b6e6c64c2ac10438','c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240');
INSERT INTO "event" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9','019cd542-0680-7000-b0b3-5e26380208a9','disbursement','拨-1','765b2288e1f81e736057d4715c5c48bb28519ba621b833c3684617a36872502c','2026-03-10','2026-03-10','H62010000001',2026,30000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-03-10T09:00:04+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:28+08:00',2026,6,'181f0aa2a975f40ddbf02726249cc87574dd86fafd3a754c4ba472c652ad49be','ffb4dd80d232d206b5d38b6cfb956e56c69bbb2dc8137d45f78514730c4ddd2a','9b14198b945643612db532c53cf30113360e9693c4076298b6a040e8fe1ea2be');
INSERT INTO "event" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294','019cd542-0a68-7000-bcf1-92bd75a89294','disbursement','拨-2','2da2fb6fd09665b162f57ffbfe5baa2f95578f4020f987049e21f70e436e977f','2026-03-10','2026-03-10','H62010000002',2026,10000000,'',0,'{"from":"1004"}','rows.jsonl#2','制单乙','2026-03-10T09:00:05+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:28+08:00',2026,7,'e4dc306e8ac4c9e104a4d62014ea3b984ff034eb3986aa16a663802bd3a214a8','aaf93442013202847ba7118b0ed0d0f1760335a4ba701071f4b56b3282de8c77','d2f0003af8fb77d06eec17c477f7b7b43d8009e7981e42aae1109801e71ecfaf');
INSERT INTO "event" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa','019cd542-0e50-7000-bb4b-e2764a2f20aa','disbursement','拨-3','7fa90e1d281018a7cb05548800c78a83eb217a4e1cb613259e4ea24dd95044b2','2026-03-10','2026-03-10','H62010000003',2026,5000000,'',0,'{"from":"1004"}','rows.jsonl#3','制单乙','2026-03-10T09:00:06+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:28+08:00',2026,8,'f1fa8098d133cfc112b4e5aa0cb1174be26a61eb6c3687f957ac8d03bbd392cb','7263f8144c74aeb4a9351406a62ad80a67429bf860d9c359d8e4b4beb2a888d9','ef947f98509e978a6786fd05e6b6eb8e58b2b7f36d75f8af0cb72f694e985ae8');
INSERT INTO "event" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975','019cd542-21d8-7000-9aa2-b12e05805975','disbursement','居-1','664c8d3d2e2767040de99a20c61ac7f3e2c5af50d742f662e44615cc4c639a4f','2026-03-10','2026-03-10','H62010000001',2026,8000000,'',0,'{"from":"1004"}','rows.jsonl#4','制单乙','2026-03-10T09:00:09+08:00','审核丙','2026-03-10T09:00:14+08:00','主管丁','2026-03-10T09:00:32+08:00',2026,3,'f13bc9ec746f7557d01100939878e12b24f2e82afb0fcead49e49b1d10337112','1ea82a636983cd63c31e3e9dd82599608e5927a60e49f4bbf397a7a0fc8f3f77','f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d');
INSERT INTO "event" VALUES('620100/employee','019d50da-b238-7000-ba40-78d7d47d380d','019d50da-b238-7000-ba40-78d7d47d380d','red','拨-3-注销','e61ff1a711288c6c0e19eac81fbb1f48ad48f0c5f28cc1ec26e580b72d09848c','2026-04-03','2026-04-03','H62010000003',2026,5000000,'019cd542-0e50-7000-bb4b-e2764a2f20aa',0,'{"reason":"录错"}','','制单乙','2026-04-03T09:00:05+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,9,'af3979d7f511648f1f7b3c445d2bd2ae15cd7ed0c2deec50a385794941a585e5','ab9b2a27624064f7eaad7cf59dc00f6442f83dfda91a2919852df6d4ccf59701','ec3eaa7fda6f06617cfabe959a3a8e148d916aec072c70e7cfd64b60fc036c85');
INSERT INTO "event" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a','019d50da-b238-7000-ba40-78d7d47d380d','disbursement','拨-3-订正','2c259aafc676a2180b07365aaabd5ba71b920e4223fd22fe3a556839f84ad842','2026-03-10','2026-04-03','H62010000002',2026,5000000,'019cd542-0e50-7000-bb4b-e2764a2f20aa',0,'{"booked":"2026-04-03","from":"1004"}','','制单乙','2026-04-03T09:00:06+08:00','审核丙','2026-04-03T09:00:09+08:00','主管丁','2026-04-03T09:00:13+08:00',2026,10,'44ea4d2a2fa40d64efa2d1ee8fa5a93b58af3da0e8ebe58a3e1bf3943fca960e','c3f1b136b23d0e8702dab46f87aad4e14fe1019223b533909587e97b244300c9','379f27d5bec2e5dfa24cc4a5331b9b57df8d7e1c934599c5ca9ff94529496f48');
INSERT INTO "event" VALUES('620100/employee','019d50da-f0b8-7000-bc37-ed29d8a064df','019d50da-f0b8-7000-bc37-ed29d8a064df','difference','拨-1-差额','efd1f7d3d18b491682d0ba08c37a219be2f21aafaa61a11f05484557bd5838e7','2026-04-03','2026-04-03','H62010000001',2026,29900000,'019cd542-0680-7000-b0b3-5e26380208a9',0,'{"moves":["1101.01.H62010000001.2026>1004:-100000"],"reason":"录错"}','','制单乙','2026-04-03T09:00:20+08:00','审核丙','2026-04-03T09:00:23+08:00','主管丁','2026-04-03T09:00:27+08:00',2026,11,'29844597c7e9af74714c394a9580b9ee9fd22bd253b60feb10c8d96c7fa4ecca','4db918b0e4c72d0ed8042335620c9e08a1e7ba32ba3b8d6a1ead86473201d059','bef4f1b66f337caf4844b20ed65a247a8314cdee81d29147c8e0554cb834002c');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-f680-7000-af99-48733e2434e3','019d8ea6-f680-7000-af99-48733e2434e3','disbursement','拨-4','a45b85b077e2c02c946f32879a76ffc2e0a3a982c497618e71197f5e43a48f1c','2026-04-13','2026-04-13','H62010000002',2026,1000000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2026-04-15T09:00:03+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,12,'7a5c9a80d502315afc582fcd00c05f127dad73b676bed72acd7462b306a45038','17b32c1091f61777fcb8c64db0499e4eb48904fe6b43bc62502340f690c30e90','e82b8ca390e4698f7d39ae6ea16b3acfaa526be8d93d69bbd486fcda690c82c6');
INSERT INTO "event" VALUES('620100/employee','019d8ea6-fa68-7000-99df-db2fcc22af58','019d8ea6-fa68-7000-99df-db2fcc22af58','suspense','suspense-13','3574f3af44c61da42bba6f0a8dc9e06959ebe7063b291cb8b305292f60998160','2026-04-14','2026-04-14','',0,80000,'',0,'{"counterparty":"来款待查","to":"1004"}','rows.jsonl#2','制单乙','2026-04-15T09:00:04+08:00','审核丙','2026-04-15T09:00:07+08:00','主管丁','2026-04-15T09:00:11+08:00',2026,13,'2270bbf934c4ce5aa753b94d6100dce1c042fd66822916f1fb465d86b69e7be6','1fcd3e25a065b967f328baa314c0efb9da15a0ca1502d25f5f6dfa0086fcd410','14209c48633cffa687864c99a8ee5380ebffb1585237be69b95639bfec6c34e4');
INSERT INTO "event" VALUES('620100/employee','019d98f3-ae80-7000-b1a7-52f6b3fa7aa7','019d98f3-ae80-7000-b1a7-52f6b3fa7aa7','payment-return','payment-return-14','e0c90be569217066037fad27a18c4a0b4cb8ade68295cf22109e369c6e10c6d6','2026-04-16','2026-04-16','H62010000002',2026,1000000,'',0,'{"disbursement":"拨-4","to":"1004"}','rows.jsonl#1','制单乙','2026-04-17T09:00:02+08:00','审核丙','2026-04-17T09:00:05+08:00','主管丁','2026-04-17T09:00:09+08:00',2026,14,'bafde53bcd59fb0bfd6486253e8fa506664d121a464f0ee0f4a9d0d0333686d2','3763e6cc916bfb26936a197a45512f4c18bfe715956cc82e90ca16c4fcbb4753','e79eca502dbdcdf36326994e7ec7d366c07fe08b479ba5ba32366eaf9aaff93a');
INSERT INTO "event" VALUES('620100/employee','019dad8d-1e80-7000-86e8-588582283d15','019dad8d-1e80-7000-86e8-588582283d15','disbursement','特-1','6b37f890169e68bc5e1f390057976b52d6093d01d5b9acacbed7b9e8a839d701','2026-04-20','2026-04-20','H62010000003',2026,700000,'',1,'{"from":"1004","summary":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:02+08:00','主管辛','2026-04-21T09:00:05+08:00','主管丁','2026-04-21T09:00:09+08:00',2026,15,'765648059757324f5b6523537db79c80a5a7e2960c6393ddaaacbda9fea3c5d1','41f4ae370c57af4e002fa5866a544ea05d1d3c36b6b0149c22202cde5714057e','9e42a726ce305e177d94ded9e6425b1533ed194f8841395d0baddd69bc60ff1a');
INSERT INTO "event" VALUES('620100/employee','019dad8d-4d60-7000-aee5-a2907d5c8dfc','019dad8d-4d60-7000-aee5-a2907d5c8dfc','disbursement','特-2','55d91b324f01b3bc4c3901f0c8784880e8504b8501a045d24b19900c13b3649a','2026-04-20','2026-04-20','H62010000003',2026,100000,'',1,'{"from":"1004","summary":"银行已经划出，没有支付令"}','rows.jsonl#1','制单乙','2026-04-21T09:00:14+08:00','主管辛','2026-04-21T09:00:17+08:00','主管丁','2026-04-21T09:00:21+08:00',2026,16,'9443a086b5125491666048fd3b92930de1e4673ffe9bdc463cdd399673e482bd','0303c571d9e105c545711812c908e8c58cfc37b62650ce60dd0c19eee36d4d21','cbdecb47d2e619b804bcc3752a71886d41d79881c9edf5b91619cfa10a6eff83');
INSERT INTO "event" VALUES('620100/employee','019eecd7-6680-7000-a96b-01b664c2f2e3','019eecd7-6680-7000-a96b-01b664c2f2e3','interest','interest-17','f7a273d81e3aa92f00a83b73c2bdde456ce696507c75b7bffa807474b48a6e8a','2026-06-21','2026-06-21','',0,1234,'',0,'{}','rows.jsonl#1','制单乙','2026-06-22T09:00:02+08:00','审核丙','2026-06-22T09:00:05+08:00','主管丁','2026-06-22T09:00:09+08:00',2026,17,'d4ecb346681d5dbd11f98d1a90abdb42d64349db20ff8f6c8e2a08bc2262e8ef','bb79d014493d6e0a2e92906a39540128a11b724ed31097a584b1f8616ec71caf','5de3163e5f19a6044f580ba1ba2182ec99e91f13c5fef4a2d0b47e614d70f043');
INSERT INTO "event" VALUES('620100/employee','019f257d-5e68-7000-a317-fa3edc3bf364','019f257d-5e68-7000-a317-fa3edc3bf364','period-end','period-end/2026-06/3001.01/income','be71015381b5ae8d3d655aa418ab1269db25fb8a3b2bc14a996bd30ec7ebc869','2026-06-30','2026-06-30','',0,0,'',0,'{"balances":["4201.01.01:1234"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-07-03T09:00:02+08:00','主管丁','2026-07-03T09:00:03+08:00','主管丁','2026-07-03T09:00:04+08:00',2026,18,'12feb1607665a11489d8f112b521c39dd08954fc32bca2aba73a988b1c7d9ec6','68f1f2f2ad550c2aadd220be3c6c88a20a9229e59a2a91e4c239c75eae6d12ed','c0e49889b40e481acc1b4055025673f8419af8b01c6d0dbbc81a44fe1f11eda8');
INSERT INTO "event" VALUES('620100/employee','01a156d2-8680-7000-988e-5ef101762741','01a156d2-8680-7000-988e-5ef101762741','write-off','核-1','a9841d9e55561be127480c51cbce4563db9fc77963f456a8d38c04de0833154d','2026-10-20','2026-10-20','H62010000003',2026,800000,'',0,'{}','rows.jsonl#1','制单乙','2026-10-20T09:00:02+08:00','审核丙','2026-10-20T09:00:05+08:00','主管丁','2026-10-20T09:00:09+08:00',2026,19,'13f338881fb967657e7c174de8105e9562c72a419c7cb09c7b62e805629b46ac','40213bbb0b009d4752e10d5c8c2fdb22b99fc11f65a4e07a91b6da6bb6af8636','e834dbde27166884deebb9bc07b6ffcb8c4b99f499e3226a2d3c7c61412083f2');
INSERT INTO "event" VALUES('620100/employee','01a1852b-c280-7000-8845-9f63cf23cae8','01a1852b-c280-7000-8845-9f63cf23cae8','recovery','recovery-19','682cd6c1323c9604fa19e497de7fbd3a8a21b0c1829c30fe8f78f0655b691460','2026-10-28','2026-10-28','H62010000003',2026,200000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-10-29T09:00:02+08:00','审核丙','2026-10-29T09:00:05+08:00','主管丁','2026-10-29T09:00:09+08:00',2026,20,'c057dd83c60e550865b7c6fc35872598f2aba7ba6eb85140ae6676aae6fa2800','bac714b30161b8f3cdfb306887358cee9393516f3087d0f92dba92d76b89e65e','a2e1d6670d3168087480a17d1816bdf72ebe6a770890e381bfbc52ce502dfe6a');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-9268-7000-9eca-5f420e5e18ba','01a19eeb-9268-7000-9eca-5f420e5e18ba','period-end','period-end/2026-10/3001.01/expense','2a8307717929b1dc27ceb69c64228bff54e785d3218a3152f65110db4f56c795','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["5401.01:800000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:02+08:00','主管丁','2026-11-03T09:00:03+08:00','主管丁','2026-11-03T09:00:07+08:00',2026,21,'c86541ba17117e3c2e159c316e343d6ae9dbcb2817433d31a4bab713aff724c8','bf7eaf334b7ec83de7bc75b24a16ad8faf7dbf2e41cad289e5bda0e0312629a0','ec90f1337593c523a7a67622bc6266b4d9635d6ee677f2735824b283ed3da443');
INSERT INTO "event" VALUES('620100/employee','01a19eeb-9e20-7000-9757-d5dbdeb8fc4c','01a19eeb-9e20-7000-9757-d5dbdeb8fc4c','period-end','period-end/2026-10/3001.01/income','b9e5fc08321b58c45a9ae76a9d5039f8d7ba8eb1bf21a2057b3e06bf8f3cb8de','2026-10-31','2026-10-31','',0,0,'',0,'{"balances":["4501.01:200000"],"direction":"income","target":"3001.01"}','period-end/1','system','2026-11-03T09:00:05+08:00','主管丁','2026-11-03T09:00:06+08:00','主管丁','2026-11-03T09:00:07+08:00',2026,22,'859eb70793bf80fcd60bb0d6948184ada164e7f6cbdf2574e899a4c36af4741f','b7870b7f6018823d06d09534cbb110209b4bd6f73f7d46f0d0984afabf33be56','79aaea9dc88ad0491508a3c5e0754a59f3722864e29be3ec48ea3be685958d0b');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2a80-7000-9a85-ee6b5b569643','01a29b43-2a80-7000-9a85-ee6b5b569643','repayment','还-1','65b211bdf005f5d531b475dee7e8d34334541673d730ae0230f7a4c73ab498b9','2026-12-20','2026-12-20','H62010000001',2026,25000000,'',0,'{"to":"1004"}','rows.jsonl#1','制单乙','2026-12-22T09:00:04+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:28+08:00',2026,23,'779e26436e442223811d44047814928dddb7746841db35e02be20dcd914468e9','d31bab871d83e6e6673c5c77e6be69b806f8e940884b8b5ec62328487ee4e142','fc8e08b80ee75803b4810ae240e58c89ff40430ed170bd86dfc8d739af3c1f46');
INSERT INTO "event" VALUES('620100/employee','01a29b43-2e68-7000-8019-f6ea58989008','01a29b43-2e68-7000-8019-f6ea58989008','repayment','还-2','8e6acb26f3f22b883be26169df2478a8bf9b875f76c59a5033c17de6f6274e8c','2026-12-20','2026-12-20','H62010000002',2026,15000000,'',0,'{"to":"1004"}','rows.jsonl#2','制单乙','2026-12-22T09:00:05+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:28+08:00',2026,24,'8acacdbdc69295524e0538cf682729758c12c0c73e8294722e28d454a03a743d','4d20dd9c999ce3b62404de167526fb0deded7162776139a1516c5d9301bd6fe7','a115be2135bbce1db8a4868477c01b38348dbd6db3ed1ddfa23e3f11915b89fb');
INSERT INTO "event" VALUES('620100/employee','01a29b43-3250-7000-a291-27af89d9bf02','01a29b43-3250-7000-a291-27af89d9bf02','repayment','还-旧','1a2939f56c6960c10f9f4db65c0a111a5fb0546faf6eac8ce5a4a36695755442','2026-12-22','2026-12-22','H62010000001',2025,3000000,'',0,'{"to":"1004"}','rows.jsonl#3','制单乙','2026-12-22T09:00:06+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:28+08:00',2026,25,'b0470ca2489b6a5ce1451a5e9b4f6dccfd824fa6357d9a25d31bbd8952358866','a6f4f35bfc2cdf0b989f40ed54b141a7f1f0874c1d54e7383a0335ebc736fabb','dd06b1d81d6cdbbb804b2b322fd00ff31b1e900523223d489c6c205447aefc5d');
INSERT INTO "event" VALUES('620100/resident','01a29b43-45d8-7000-b255-1ad09f9d0129','01a29b43-45d8-7000-b255-1ad09f9d0129','repayment','还-居','6b0d6978129bdec9e01884b87f00f4196141199cddac9437f063577e0338efcc','2026-12-20','2026-12-20','H62010000001',2026,8000000,'',0,'{"to":"1004"}','rows.jsonl#4','制单乙','2026-12-22T09:00:09+08:00','审核丙','2026-12-22T09:00:14+08:00','主管丁','2026-12-22T09:00:32+08:00',2026,4,'513354b1df12efc65612e74957cd08fe4ce3bd6704d9608d755aa328e17e0b83','0c92364c36dc2d03ba005b7307206529a56525ccf7385a2d5cb8ed907bdf37c4','4ae2ea215032d4e272829f3532c2208af5cb33b70ad3cfe2b0d505a9464cde6d');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee','settlement-offset','settlement-offset-24','b3a626925415ac326b88dec6fc4ae34591ec878ace6a68c30659ab9e001b2159','2026-12-28','2026-12-28','H62010000001',2026,4000000,'',0,'{"benefit":"inpatient","reason":"逾期未返还","settlement":"60000.00"}','rows.jsonl#1','制单乙','2026-12-29T09:00:03+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,26,'7aff897a07ff15ff2764fb8fa748dbb599feec2c814b92e0745313a2405bb142','d70eb1b56e53fceda2422cd4e2e58f97be3598a945ea05e5c9e6a7814c0a922c','105c826e7d004065b0e11f1d4d366fed12bbe3e3a05d3b1decb78fbb3db95218');
INSERT INTO "event" VALUES('620100/employee','01a2bf4f-b268-7000-bb94-af6dd1020a15','01a2bf4f-b268-7000-bb94-af6dd1020a15','remittance','remittance-25','2538d5082afff40518d5ffa79123079678ba8ba750de2d960ee5853d06ea67db','2026-12-29','2026-12-29','',0,30000000,'',0,'{}','rows.jsonl#2','制单乙','2026-12-29T09:00:04+08:00','审核丙','2026-12-29T09:00:07+08:00','主管丁','2026-12-29T09:00:11+08:00',2026,27,'9621bfb218787a93ea3be014dbf2cdc18403d0518de65424f7720f6b2af4785f','5f34e69b1a8fbf711221feca801814a0ea986f20f8b38c64d271ba5835839724','8dce7569ec8c115a798dc5608ec9dd43177b3507c129f615ea701564611c758c');
INSERT INTO "event" VALUES('620100/employee','01a2f2cf-4a68-7000-b78e-976d154ed512','01a2f2cf-4a68-7000-b78e-976d154ed512','period-end','period-end/2026-12/3001.01/expense','9b99a24affcab7f03033e9cbe9338dcdf45e23d0c45e881ac7df849cecc5c2e9','2026-12-31','2026-12-31','',0,0,'',0,'{"balances":["5001.01.01:6000000"],"direction":"expense","target":"3001.01"}','period-end/1','system','2027-01-08T09:00:02+08:00','主管丁','2027-01-08T09:00:03+08:00','主管丁','2027-01-08T09:00:04+08:00',2026,28,'8fb5bf596148b94e4c248233de2f19417877aa68aca134e6592ff0f3d91c5136','8d59c25d3625963e32e941ab6cf49ba47e945f28df56aa4b61ce4bdd21111cda','5100bcd74ae5aa9366cd6ac2b938c372783babbbf677ea9b0204e2bdd145f480');
INSERT INTO "event" VALUES('620100/resident','01a30242-6638-7000-b306-c30f1c07724e','01a30242-6638-7000-b306-c30f1c07724e','amend','还-居-更正','d6e6129ff1565c6d180b84be727f69ab4b7037c89300110ccbf6f520cc218b77','2027-01-11','2027-01-11','H62010000001',2026,7900000,'01a29b43-45d8-7000-b255-1ad09f9d0129',0,'{"moves":["1101.01.H62010000001.2026>1004:100000"],"reason":"录错"}','','制单乙','2027-01-11T09:00:04+08:00','审核丙','2027-01-11T09:00:07+08:00','主管丁','2027-01-11T09:00:11+08:00',2027,1,'d8a800ebddcbc4485c7d2b1c97c032b46806249eefbcc0e807e02b3707c87b1f','b9e3f140caec66c54a0c21de786e95b8834f9b06984b1cc251384e14092ec1e2','ef5b16cf551473371b3ce8dae898605019e02f3d3bb7ee33c6f6b18d219ebf1d');
INSERT INTO "event" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb','01a3309b-9680-7000-9055-75fb28dd37eb','allocation','allocation-26','3e7ce01f98263f14ee3441a5c26355c35df64a570f8a557b59fab922b9ba17b1','2027-01-20','2027-01-20','',0,10000000,'',0,'{}','rows.jsonl#1','制单乙','2027-01-20T09:00:02+08:00','审核丙','2027-01-20T09:00:05+08:00','主管丁','2027-01-20T09:00:09+08:00',2027,1,'e7dfb39e2a5e53cccb4c22007ed14749105bad784add14bc4622969b74f596ee','252486263bb4e9381f264d3d724441357b8691341fa872dbb1c9c77b1dc03118','030404e4a9d9cffd3a809b715d08b3d17a1bd08827b6c7c44c2f71346cd8dbc8');
INSERT INTO "event" VALUES('620100/employee','01a3309b-c560-7000-92d8-f83bb62ac1fe','01a3309b-c560-7000-92d8-f83bb62ac1fe','disbursement','拨-27','0e5d60c3106aa666f3cd9980aa1d0d33c1ab8a0bb3dea38be19be52a618a0b75','2027-01-20','2027-01-20','H62010000001',2027,500000,'',0,'{"from":"1004"}','rows.jsonl#1','制单乙','2027-01-20T09:00:14+08:00','审核丙','2027-01-20T09:00:17+08:00','主管丁','2027-01-20T09:00:21+08:00',2027,2,'d01f2d08de8952e9c3575b338dc749540eeca5c1dc1b851872fee75770d6b23a','b127dae55e2cf85a837845d593e5dcbddb1eb1c0a848478b0aa72c8abf2aa59c','09306fdc0584e9c616bb0d0c808eb17487fa7a3cef92a4778db974236bfcd7fd');
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
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-30a0-7000-b119-1c56c324c985',1,'migration-sheet','migration-sheet-1','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-3488-7000-ac88-8696008a05a6',1,'migration-sheet','migration-sheet-2','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-3870-7000-910b-8f507204e52d',1,'migration-sheet','migration-sheet-3','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019b89bd-3c58-7000-b351-1f8db8b6d8fe',1,'migration-sheet','migration-sheet-4','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',1,'funding-plan','funding-plan-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',2,'allocation-notice','allocation-notice-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',3,'bank-receipt','bank-receipt-5','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf',1,'migration-sheet','migration-sheet-6','2026-01-01','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',1,'funding-plan','funding-plan-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',2,'allocation-notice','allocation-notice-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',3,'bank-receipt','bank-receipt-7','2026-01-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9',1,'payment-order','payment-order-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9',2,'bank-receipt','bank-receipt-8','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294',1,'payment-order','payment-order-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294',2,'bank-receipt','bank-receipt-9','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975',1,'payment-order','payment-order-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975',2,'bank-receipt','bank-receipt-11','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a',1,'payment-order','payment-order-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a',2,'bank-receipt','bank-receipt-10','2026-03-10','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-af99-48733e2434e3',1,'payment-order','payment-order-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-f680-7000-af99-48733e2434e3',2,'bank-receipt','bank-receipt-12','2026-04-13','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d8ea6-fa68-7000-99df-db2fcc22af58',1,'bank-receipt','bank-receipt-13','2026-04-14','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019d98f3-ae80-7000-b1a7-52f6b3fa7aa7',1,'bank-receipt','bank-receipt-14','2026-04-16','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-1e80-7000-86e8-588582283d15',1,'payment-order','特-payment-order-1','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-1e80-7000-86e8-588582283d15',2,'bank-receipt','特-bank-receipt-1','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-4d60-7000-aee5-a2907d5c8dfc',1,'payment-order','特-payment-order-2','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019dad8d-4d60-7000-aee5-a2907d5c8dfc',2,'bank-receipt','特-bank-receipt-2','2026-04-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','019eecd7-6680-7000-a96b-01b664c2f2e3',1,'bank-receipt','bank-receipt-17','2026-06-21','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-988e-5ef101762741',1,'court-document','court-document-18','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a156d2-8680-7000-988e-5ef101762741',2,'government-approval','government-approval-18','2026-10-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-8845-9f63cf23cae8',1,'bank-receipt','bank-receipt-19','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a1852b-c280-7000-8845-9f63cf23cae8',2,'other','other-19','2026-10-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2a80-7000-9a85-ee6b5b569643',1,'bank-receipt','bank-receipt-20','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-2e68-7000-8019-f6ea58989008',1,'bank-receipt','bank-receipt-21','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a29b43-3250-7000-a291-27af89d9bf02',1,'bank-receipt','bank-receipt-22','2026-12-22','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/resident','01a29b43-45d8-7000-b255-1ad09f9d0129',1,'bank-receipt','bank-receipt-23','2026-12-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee',1,'settlement-sheet','settlement-sheet-24','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee',2,'offset-decision','offset-decision-24','2026-12-28','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a2bf4f-b268-7000-bb94-af6dd1020a15',1,'bank-receipt','bank-receipt-25','2026-12-29','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb',1,'funding-plan','funding-plan-26','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb',2,'allocation-notice','allocation-notice-26','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb',3,'bank-receipt','bank-receipt-26','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-92d8-f83bb62ac1fe',1,'payment-order','payment-order-27','2027-01-20','',0,1,'','');
INSERT INTO "evidence" VALUES('620100/employee','01a3309b-c560-7000-92d8-f83bb62ac1fe',2,'bank-receipt','bank-receipt-27','2027-01-20','',0,1,'','');
CREATE TABLE hospital (
	code TEXT NOT NULL, 
	CONSTRAINT pk_hospital PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "hospital" VALUES('H62010000001');
INSERT INTO "hospital" VALUES('H62010000002');
INSERT INTO "hospital" VALUES('H62010000003');
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
	CONSTRAINT pk_hospital_version PRIMARY KEY (code, version), 
	CONSTRAINT fk_hospital_version_code FOREIGN KEY(code) REFERENCES hospital (code)
)
 STRICT

;
INSERT INTO "hospital_version" VALUES('H62010000001',1,'城关示范医院','public','二级甲等',1,'','622210000001','','2026-01-05');
INSERT INTO "hospital_version" VALUES('H62010000002',1,'安宁示范医院','public','二级甲等',1,'','622210000002','','2026-01-05');
INSERT INTO "hospital_version" VALUES('H62010000003',1,'榆中示范卫生院','public','二级甲等',1,'','622210000003','','2026-01-05');
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
INSERT INTO "leg" VALUES('620100/employee','019b89bd-30a0-7000-b119-1c56c324c985',1,1,'1003','3001.01',100000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-3488-7000-ac88-8696008a05a6',1,1,'1004','3001.01',2000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-3870-7000-910b-8f507204e52d',1,1,'1101.01.H62010000001.2025','3001.01',3000000);
INSERT INTO "leg" VALUES('620100/employee','019b89bd-3c58-7000-b351-1f8db8b6d8fe',1,1,'3001.01','2001.01.CBAD1E65C',50000);
INSERT INTO "leg" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc',1,1,'1004','1003',60000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf',1,1,'1003','3001',20000000);
INSERT INTO "leg" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf',1,1,'1004','1003',20000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9',1,1,'1101.01.H62010000001.2026','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294',1,1,'1101.01.H62010000002.2026','1004',10000000);
INSERT INTO "leg" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa',1,1,'1101.01.H62010000003.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975',1,1,'1101.01.H62010000001.2026','1004',8000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b238-7000-ba40-78d7d47d380d',1,1,'1101.01.H62010000003.2026','1004',-5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a',1,1,'1101.01.H62010000002.2026','1004',5000000);
INSERT INTO "leg" VALUES('620100/employee','019d50da-f0b8-7000-bc37-ed29d8a064df',1,1,'1101.01.H62010000001.2026','1004',-100000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-f680-7000-af99-48733e2434e3',1,1,'1101.01.H62010000002.2026','1004',1000000);
INSERT INTO "leg" VALUES('620100/employee','019d8ea6-fa68-7000-99df-db2fcc22af58',1,1,'1004','2001.01.C2A40EBE9',80000);
INSERT INTO "leg" VALUES('620100/employee','019d98f3-ae80-7000-b1a7-52f6b3fa7aa7',1,1,'1004','1101.01.H62010000002.2026',1000000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-1e80-7000-86e8-588582283d15',1,1,'1101.01.H62010000003.2026','1004',700000);
INSERT INTO "leg" VALUES('620100/employee','019dad8d-4d60-7000-aee5-a2907d5c8dfc',1,1,'1101.01.H62010000003.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','019eecd7-6680-7000-a96b-01b664c2f2e3',1,1,'1004','4201.01.01',1234);
INSERT INTO "leg" VALUES('620100/employee','019f257d-5e68-7000-a317-fa3edc3bf364',1,1,'4201.01.01','3001.01',1234);
INSERT INTO "leg" VALUES('620100/employee','01a156d2-8680-7000-988e-5ef101762741',1,1,'5401.01','1101.01.H62010000003.2026',800000);
INSERT INTO "leg" VALUES('620100/employee','01a1852b-c280-7000-8845-9f63cf23cae8',1,1,'1004','4501.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-9268-7000-9eca-5f420e5e18ba',1,1,'3001.01','5401.01',800000);
INSERT INTO "leg" VALUES('620100/employee','01a19eeb-9e20-7000-9757-d5dbdeb8fc4c',1,1,'4501.01','3001.01',200000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2a80-7000-9a85-ee6b5b569643',1,1,'1004','1101.01.H62010000001.2026',25000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-2e68-7000-8019-f6ea58989008',1,1,'1004','1101.01.H62010000002.2026',15000000);
INSERT INTO "leg" VALUES('620100/employee','01a29b43-3250-7000-a291-27af89d9bf02',1,1,'1004','1101.01.H62010000001.2025',3000000);
INSERT INTO "leg" VALUES('620100/resident','01a29b43-45d8-7000-b255-1ad09f9d0129',1,1,'1004','1101.01.H62010000001.2026',8000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee',2,1,'5001.01.01','1101.01.H62010000001.2026',4000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee',2,2,'5001.01.01','1004',2000000);
INSERT INTO "leg" VALUES('620100/employee','01a2bf4f-b268-7000-bb94-af6dd1020a15',1,1,'1003','1004',30000000);
INSERT INTO "leg" VALUES('620100/employee','01a2f2cf-4a68-7000-b78e-976d154ed512',1,1,'3001.01','5001.01.01',6000000);
INSERT INTO "leg" VALUES('620100/resident','01a30242-6638-7000-b306-c30f1c07724e',1,1,'1101.01.H62010000001.2026','1004',100000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb',1,1,'1004','1003',10000000);
INSERT INTO "leg" VALUES('620100/employee','01a3309b-c560-7000-92d8-f83bb62ac1fe',1,1,'1101.01.H62010000001.2027','1004',500000);
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
INSERT INTO "operator_roles" VALUES('管理员甲',1,'admin','2026-01-05T00:00:07+08:00','-');
INSERT INTO "operator_roles" VALUES('制单乙',1,'preparer','2026-01-05T00:00:10+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('审核丙',1,'approver','2026-01-05T00:00:13+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('主管丁',1,'poster,chief','2026-01-05T00:00:16+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('出纳戊',1,'cashier','2026-01-05T00:00:19+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('主管辛',1,'approver,chief','2026-01-05T00:00:30+08:00','管理员甲');
INSERT INTO "operator_roles" VALUES('出纳兼主管庚',1,'chief,cashier','2026-01-05T00:00:33+08:00','管理员甲');
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
INSERT INTO "oplog" VALUES('620100/employee','019b89bc-abd0-7000-a46d-d6122265b1f5','2026-01-05T00:00:03+08:00','-','init','兰州市职工医保','{"layers":{"gansu":"4e9f8d238adcc91f5f065fac224ff590a2b062b2bfb0abf23d5badabc887be17","national":"b995354b54737b911990302a4cf31606022b4c6f6a6e62c21935370a811b0cd2"},"profile":"gansu","start":"2026-01"}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bc-b788-7000-b358-4f8cd8f16adf','2026-01-05T00:00:06+08:00','-','init','兰州市居民医保','{"layers":{"gansu":"4e9f8d238adcc91f5f065fac224ff590a2b062b2bfb0abf23d5badabc887be17","national":"b995354b54737b911990302a4cf31606022b4c6f6a6e62c21935370a811b0cd2"},"profile":"gansu","start":"2026-01"}');
INSERT INTO "oplog" VALUES('-','019b89bc-c340-7000-8409-f134c386bbc4','2026-01-05T00:00:09+08:00','-','operator-add','管理员甲','{"after":["admin"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-cef8-7000-878b-fae2414c343c','2026-01-05T00:00:12+08:00','管理员甲','operator-add','制单乙','{"after":["preparer"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-dab0-7000-b0b3-9bd17ed4d57b','2026-01-05T00:00:15+08:00','管理员甲','operator-add','审核丙','{"after":["approver"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-e668-7000-9e39-44187311d8a3','2026-01-05T00:00:18+08:00','管理员甲','operator-add','主管丁','{"after":["poster","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bc-f220-7000-984b-9da5a6cecc1b','2026-01-05T00:00:21+08:00','管理员甲','operator-add','出纳戊','{"after":["cashier"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bd-01c0-7000-8d6f-e64bc9e9c616','2026-01-05T00:00:25+08:00','制单乙','hospital-import','hospitals.csv','{"versions":[{"after":{"bank_account":"622210000001","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"城关示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000001"},{"after":{"bank_account":"622210000002","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"安宁示范医院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000002"},{"after":{"bank_account":"622210000003","credit_code":"","group":"","inpatient":"True","level":"二级甲等","name":"榆中示范卫生院","ownership":"public","valid_from":"2026-01-05"},"before":{},"code":"H62010000003"}]}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-0990-7000-9f39-0b2018072e8c','2026-01-05T00:00:27+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('620100/resident','019b89bd-1160-7000-b92c-1b390741c7a8','2026-01-05T00:00:29+08:00','制单乙','account-add','1004','{"after":{"bank":"示范银行","kind":"exclusive","number":"1004001"},"before":{}}');
INSERT INTO "oplog" VALUES('-','019b89bd-1d18-7000-98f2-a0a3d5f4b3b2','2026-01-05T00:00:32+08:00','管理员甲','operator-add','主管辛','{"after":["approver","chief"],"before":[]}');
INSERT INTO "oplog" VALUES('-','019b89bd-28d0-7000-a6e0-439d6ec9d286','2026-01-05T00:00:35+08:00','管理员甲','operator-add','出纳兼主管庚','{"after":["chief","cashier"],"before":[]}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-53c8-7000-a5d5-75303a902931','2026-01-05T00:00:46+08:00','制单乙','record','rows.jsonl','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-5f80-7000-868a-e3c7f1fd42a2','2026-01-05T00:00:49+08:00','审核丙','approve','opening-balance-1 … opening-balance-4（4 笔）','{"drafts":4}');
INSERT INTO "oplog" VALUES('620100/employee','019b89bd-6f20-7000-9450-c464e6c3f339','2026-01-05T00:00:53+08:00','主管丁','post','opening-balance-1 … opening-balance-4（4 笔）','{"vouchers":4}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-de38-7000-a992-29f706839eb9','2026-01-10T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-e9f0-7000-8096-d04f8a9a021e','2026-01-10T09:00:07+08:00','审核丙','approve','allocation-5','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019ba56a-f990-7000-b866-22b6f06c144a','2026-01-10T09:00:11+08:00','主管丁','post','allocation-5','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-14e8-7000-ae74-5e786c0fd4f5','2026-01-10T09:00:18+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-20a0-7000-a1c4-ae2f076f3787','2026-01-10T09:00:21+08:00','审核丙','approve','opening-balance-6 … allocation-7（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/resident','019ba56b-3040-7000-b0e0-7a2338c0c8fd','2026-01-10T09:00:25+08:00','主管丁','post','opening-balance-6 … allocation-7（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019c2103-7a50-7000-bc1b-4ffb701966a0','2026-02-03T09:00:03+08:00','主管丁','close-month','2026-01','{"digest":"d7205862b237c0ef5a066535514eac971b2df1440a3956929f29e262d1f1bf74"}');
INSERT INTO "oplog" VALUES('620100/resident','019c2103-89f0-7000-a362-0d227eed8d14','2026-02-03T09:00:07+08:00','主管丁','close-month','2026-01','{"digest":"0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e"}');
INSERT INTO "oplog" VALUES('620100/employee','019cb135-8a50-7000-961f-f4a03bab6c39','2026-03-03T09:00:03+08:00','主管丁','close-month','2026-02','{"digest":"0f5f60b2042b0109b34eeae477b66305b4e2aeb48226459761c2a55e15e05121"}');
INSERT INTO "oplog" VALUES('620100/resident','019cb135-99f0-7000-ab51-7c8f3b1a11df','2026-03-03T09:00:07+08:00','主管丁','close-month','2026-02','{"digest":"c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99"}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-2d90-7000-baa4-2a3cd66b829e','2026-03-10T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-3560-7000-bb05-232d8e73ca47','2026-03-10T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-4118-7000-8666-678fa46d6753','2026-03-10T09:00:16+08:00','审核丙','approve','拨-1 … 拨-3（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-48e8-7000-a847-51662f978d87','2026-03-10T09:00:18+08:00','审核丙','approve','居-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-77c8-7000-af8f-b7021ef2a4f0','2026-03-10T09:00:30+08:00','主管丁','post','拨-1 … 拨-3（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-8768-7000-b951-1b75552b82f6','2026-03-10T09:00:34+08:00','主管丁','post','居-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019cd542-9af0-7000-be49-c3d3b8b333a8','2026-03-10T09:00:39+08:00','出纳戊','sign','出纳','{"signed":3}');
INSERT INTO "oplog" VALUES('620100/resident','019cd542-a6a8-7000-a00d-1a2db610a9f7','2026-03-10T09:00:42+08:00','出纳戊','sign','出纳','{"signed":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d4bb4-5250-7000-bde6-c5ebefba91fc','2026-04-02T09:00:03+08:00','主管丁','close-month','2026-03','{"digest":"77a120e40b1e92fa5f417d0a2f40ab302330bfc5e047f961ee40df47b65e1bfe"}');
INSERT INTO "oplog" VALUES('620100/resident','019d4bb4-61f0-7000-a07e-707d6c0f3459','2026-04-02T09:00:07+08:00','主管丁','close-month','2026-03','{"digest":"173740b6ae0e423a74b6b1cd6f9c8cd070af57e57567c82134b69c4f63e2f885"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-c1d8-7000-922f-aac44da98f1d','2026-04-03T09:00:08+08:00','制单乙','record','2026-03 记-0003','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-cd90-7000-be4d-071a966baea1','2026-04-03T09:00:11+08:00','审核丙','approve','拨-3-注销 … 拨-3-订正（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-dd30-7000-9ff5-8c45e1ea24c4','2026-04-03T09:00:15+08:00','主管丁','post','拨-3-注销 … 拨-3-订正（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d50da-f888-7000-992c-b4af815a47c5','2026-04-03T09:00:22+08:00','制单乙','record','2026-03 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-0440-7000-b69c-451296c8da19','2026-04-03T09:00:25+08:00','审核丙','approve','拨-1-差额','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d50db-13e0-7000-9ebc-09ef08d6af57','2026-04-03T09:00:29+08:00','主管丁','post','拨-1-差额','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-0a08-7000-aa8b-286b6a107b75','2026-04-15T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-15c0-7000-977e-f4f42c4a3698','2026-04-15T09:00:09+08:00','审核丙','approve','拨-4 … suspense-13（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d8ea7-2560-7000-b87e-ae758c7e134f','2026-04-15T09:00:13+08:00','主管丁','post','拨-4 … suspense-13（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-ba38-7000-af3e-ec14acab1a6b','2026-04-17T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-c5f0-7000-8588-af5e5fec898f','2026-04-17T09:00:07+08:00','审核丙','approve','payment-return-14','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019d98f3-d590-7000-aa7b-0201705fca16','2026-04-17T09:00:11+08:00','主管丁','post','payment-return-14','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-2a38-7000-8a7a-0869c74803e3','2026-04-21T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-35f0-7000-b5c1-c41f855c3844','2026-04-21T09:00:07+08:00','主管辛','approve','特-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-4590-7000-97b6-a4b664ac5db9','2026-04-21T09:00:11+08:00','主管丁','post','特-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-5918-7000-9e09-575a07923986','2026-04-21T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-64d0-7000-93be-f2350b21fbac','2026-04-21T09:00:19+08:00','主管辛','approve','特-2','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dad8d-7470-7000-b64a-92a8b410d93c','2026-04-21T09:00:23+08:00','主管丁','post','特-2','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019dfacc-8a50-7000-a759-0f09fbb230bb','2026-05-06T09:00:03+08:00','主管丁','close-month','2026-04','{"digest":"6df7e0e18ce3845e6159c2708d1c284f05ab37483f835425ef281bdb38f90678"}');
INSERT INTO "oplog" VALUES('620100/resident','019dfacc-99f0-7000-a500-d58397dae38d','2026-05-06T09:00:07+08:00','主管丁','close-month','2026-04','{"digest":"c512fab98f93792e98a44b28beb5a40b002963aac7eea3396a413a71605a10d8"}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7238-7000-8aca-3fbc2b9c014e','2026-06-22T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-7df0-7000-8e86-24318092b4d4','2026-06-22T09:00:07+08:00','审核丙','approve','interest-17','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-8d90-7000-80c9-8c93fb695ffb','2026-06-22T09:00:11+08:00','主管丁','post','interest-17','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','019eecd7-9d30-7000-8cc4-e04cc541013d','2026-06-22T09:00:15+08:00','主管丁','close-month','2026-05','{"digest":"0dfd3c6033d548b807d146420cfb83568e6ba86422ec078d7cdadf3de40671f1"}');
INSERT INTO "oplog" VALUES('620100/resident','019eecd7-acd0-7000-bae2-b2338a245e6b','2026-06-22T09:00:19+08:00','主管丁','close-month','2026-05','{"digest":"0b634c3c9b3e704a68b1e11a0d239cf7f2160dd871160a9e1aacd768200d3362"}');
INSERT INTO "oplog" VALUES('620100/employee','019f257d-71f0-7000-99e2-96a83b6fe507','2026-07-03T09:00:07+08:00','主管丁','close-month','2026-06','{"digest":"5a70d0485ad52c56cd0e7fa9d0e037b2cc307a91a8726b7731f7b2c408bcc2df"}');
INSERT INTO "oplog" VALUES('620100/resident','019f257d-8190-7000-9601-3e4883868a29','2026-07-03T09:00:11+08:00','主管丁','close-month','2026-06','{"digest":"bb82930b8112134d898e3b91dc42d92e65262f853d144b95f285b9ddb37d9b48"}');
INSERT INTO "oplog" VALUES('620100/employee','019fca48-e250-7000-b63c-cd06f3d4e711','2026-08-04T09:00:03+08:00','主管丁','close-month','2026-07','{"digest":"bed4f6a0277ecf987a794c35acc505b7c4fcc6003451e476330c6f2e075d06e2"}');
INSERT INTO "oplog" VALUES('620100/resident','019fca48-f1f0-7000-969c-0b3e93ea5c4e','2026-08-04T09:00:07+08:00','主管丁','close-month','2026-07','{"digest":"5ad0321c786d6ba26a11c9bd72abf86c32ac0d2b64760ec2372c38b8dd88c4d3"}');
INSERT INTO "oplog" VALUES('620100/employee','01a05fa1-4e50-7000-ba39-6d187589a82b','2026-09-02T09:00:03+08:00','主管丁','close-month','2026-08','{"digest":"ecdd60ee3b48507add0cb8fbf40c78c65db8d687624fe90b5cd51f6404a1c511"}');
INSERT INTO "oplog" VALUES('620100/resident','01a05fa1-5df0-7000-aa30-935044ef7feb','2026-09-02T09:00:07+08:00','主管丁','close-month','2026-08','{"digest":"c4293f148c26e41c49d5040db40bbd2818d14479d62f3ca13b04ada888f5fb39"}');
INSERT INTO "oplog" VALUES('620100/employee','01a11e2c-9a50-7000-a6f8-f3b28c497c68','2026-10-09T09:00:03+08:00','主管丁','close-month','2026-09','{"digest":"bbbe30027a29ada37633e7286f49ea3ce1adc4043ef3c4773d0c6bca2c268dfc"}');
INSERT INTO "oplog" VALUES('620100/resident','01a11e2c-a9f0-7000-aeae-7e1ff5059285','2026-10-09T09:00:07+08:00','主管丁','close-month','2026-09','{"digest":"4a383b8f0c6fbb512506259ff1a5fe090ce4fd52494deb82e3ec9964f4838a0f"}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9238-7000-b6d8-4121c89da11b','2026-10-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-9df0-7000-bd18-eccdd20b5d59','2026-10-20T09:00:07+08:00','审核丙','approve','核-1','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-ad90-7000-bc0f-b729e2dcaa37','2026-10-20T09:00:11+08:00','主管丁','post','核-1','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a156d2-c118-7000-a0cc-cc86bd91a1b7','2026-10-20T09:00:16+08:00','主管丁','policy-choose','recovery_credit','{"reason":"局务会议定","value":"other_income"}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-ce38-7000-b1c0-e01a84c81999','2026-10-29T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-d9f0-7000-8d26-aba48fb5262c','2026-10-29T09:00:07+08:00','审核丙','approve','recovery-19','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a1852b-e990-7000-bcc8-33556d14475b','2026-10-29T09:00:11+08:00','主管丁','post','recovery-19','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a19eeb-b1a8-7000-a37b-4f2591eb79fa','2026-11-03T09:00:10+08:00','主管丁','close-month','2026-10','{"digest":"9c1d505573f4da073563797639d88f0cfb8e5e488ff90bf67c6e59f24318ce88"}');
INSERT INTO "oplog" VALUES('620100/resident','01a19eeb-c148-7000-bc39-90bd3328ad08','2026-11-03T09:00:14+08:00','主管丁','close-month','2026-10','{"digest":"22c5d8af649a293ed07df9a05cc6aec7dbde952557e5c4715e4f7ca4de8a685e"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2396a-5e50-7000-9a75-257781355c53','2026-12-03T09:00:03+08:00','主管丁','close-month','2026-11','{"digest":"291745b8d4be2f6d83cb3f1c4194a6b1a4ae6a1b1274dbbf42c85e25c3ebbf4e"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2396a-6df0-7000-b40d-f37f7c240d49','2026-12-03T09:00:07+08:00','主管丁','close-month','2026-11','{"digest":"9b8bfa302a779f5c727ff3c0699684a44f9557896e7a47c60ad0b6efada2a940"}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-5190-7000-9531-5b269cc9af4e','2026-12-22T09:00:11+08:00','制单乙','record','rows.jsonl','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-5960-7000-a664-070175491bc3','2026-12-22T09:00:13+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-6518-7000-b37e-110107295e42','2026-12-22T09:00:16+08:00','审核丙','approve','还-1 … 还-旧（3 笔）','{"drafts":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-6ce8-7000-a8a9-eb873ac7652c','2026-12-22T09:00:18+08:00','审核丙','approve','还-居','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a29b43-9bc8-7000-85dc-cc23dc6b13ab','2026-12-22T09:00:30+08:00','主管丁','post','还-1 … 还-旧（3 笔）','{"vouchers":3}');
INSERT INTO "oplog" VALUES('620100/resident','01a29b43-ab68-7000-a344-0fb4cc667e97','2026-12-22T09:00:34+08:00','主管丁','post','还-居','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-c208-7000-8213-cf75415af341','2026-12-29T09:00:06+08:00','制单乙','record','rows.jsonl','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-cdc0-7000-bc63-747bd77c96c0','2026-12-29T09:00:09+08:00','审核丙','approve','settlement-offset-24 … remittance-25（2 笔）','{"drafts":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2bf4f-dd60-7000-8482-4f49ac512b01','2026-12-29T09:00:13+08:00','主管丁','post','settlement-offset-24 … remittance-25（2 笔）','{"vouchers":2}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-5df0-7000-9cfd-eea30445d656','2027-01-08T09:00:07+08:00','主管丁','close-month','2026-12','{"digest":"ba871a7fc6076f23389e4402196f6d4589616fe9fb881444520164126cc3090d"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-6d90-7000-b043-ea9003ba33db','2027-01-08T09:00:11+08:00','主管丁','close-month','2026-12','{"digest":"1b4db225c8bf7a3062db616db72f057cb8fa0799819fc701f60c1453f8361a46"}');
INSERT INTO "oplog" VALUES('620100/employee','01a2f2cf-7948-7000-91ff-205ac16e2284','2027-01-08T09:00:14+08:00','主管丁','close-year','2026','{"digest":"60bcec88cdc29f954f5f9f1a23f19f2fa9574b86e1f612ae73258b876ef03d5f"}');
INSERT INTO "oplog" VALUES('620100/resident','01a2f2cf-8500-7000-9131-6d1d3fe31d03','2027-01-08T09:00:17+08:00','主管丁','close-year','2026','{"digest":"c76773be87bb90f48acae10421cda375a5efafd40571b5e17861f457359c27b5"}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-6e08-7000-8bd0-a7399ff3078f','2027-01-11T09:00:06+08:00','制单乙','record','2026-12 记-0001','{"correction":"录错"}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-79c0-7000-9294-04b7582c18c9','2027-01-11T09:00:09+08:00','审核丙','approve','还-居-更正','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/resident','01a30242-8960-7000-8ab7-d56611cbc288','2027-01-11T09:00:13+08:00','主管丁','post','还-居-更正','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-a238-7000-bcec-dfcc870266c4','2027-01-20T09:00:04+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-adf0-7000-aa06-a9022b0b8c12','2027-01-20T09:00:07+08:00','审核丙','approve','allocation-26','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-bd90-7000-a97c-279845ddb87d','2027-01-20T09:00:11+08:00','主管丁','post','allocation-26','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-d118-7000-acf7-d1297467537a','2027-01-20T09:00:16+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-dcd0-7000-9fc6-8d57526eb523','2027-01-20T09:00:19+08:00','审核丙','approve','拨-27','{"drafts":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a3309b-ec70-7000-874e-e64f79490eab','2027-01-20T09:00:23+08:00','主管丁','post','拨-27','{"vouchers":1}');
INSERT INTO "oplog" VALUES('620100/employee','01a378b4-a650-7000-93f7-e386060cea63','2027-02-03T09:00:03+08:00','主管丁','close-month','2027-01','{"digest":"0f8499612f9644f0ecf0ca22061bd2f65883274a0965657b0401c510736f0546"}');
INSERT INTO "oplog" VALUES('620100/resident','01a378b4-b5f0-7000-95f9-52b362f5680c','2027-02-03T09:00:07+08:00','主管丁','close-month','2027-01','{"digest":"2938e29b3f16db85668dfe72f67259532cc8e874db0401ba7294df91096556ab"}');
INSERT INTO "oplog" VALUES('620100/employee','01a378b4-c978-7000-9089-f7883023580c','2027-02-03T09:00:12+08:00','制单乙','record','rows.jsonl','{"drafts":1}');
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
INSERT INTO "policy_value" VALUES('620100/employee','period_end_transfer',1,'"monthly"','财会〔2017〕28号·3001','national','2018-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','write_off_account',1,'"other_expense"','财会〔2017〕28号·1101三(五)','national','2018-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','pay_accounts',1,'["1004", "1003"]','甘肃·五','gansu','2025-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','allocation_counter',1,'"1003"','甘肃·四','gansu','2025-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','debit_balance',1,'"hospital"','甘肃·五','gansu','2025-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','write_off_papers',1,'["court-document", "government-approval"]','甘肃·五、六','gansu','2025-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','return_channel',1,'"1004"','甘肃·四','gansu','2025-01-01','','-','2026-01-05T00:00:01+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','period_end_transfer',1,'"monthly"','财会〔2017〕28号·3001','national','2018-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','write_off_account',1,'"other_expense"','财会〔2017〕28号·1101三(五)','national','2018-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','pay_accounts',1,'["1004", "1003"]','甘肃·五','gansu','2025-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','allocation_counter',1,'"1003"','甘肃·四','gansu','2025-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','debit_balance',1,'"hospital"','甘肃·五','gansu','2025-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','write_off_papers',1,'["court-document", "government-approval"]','甘肃·五、六','gansu','2025-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/resident','return_channel',1,'"1004"','甘肃·四','gansu','2025-01-01','','-','2026-01-05T00:00:04+08:00');
INSERT INTO "policy_value" VALUES('620100/employee','recovery_credit',1,'"other_income"','本单位选定（2026-10-20 主管丁）','choice','2026-10-20','局务会议定','主管丁','2026-10-20T09:00:14+08:00');
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
INSERT INTO "seal" VALUES('620100/employee','2026-01',1,1,60000000,60000000,'606b276c3f89986b7d57cc5873859f90480374e3f8e2b6f598651fdc44f37d24','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'01ac3894cd12b304f39e85879c0060d56801e731058e23385ea84987d05f161f','','d7205862b237c0ef5a066535514eac971b2df1440a3956929f29e262d1f1bf74','主管丁','2026-02-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-01',1,1,20000000,20000000,'a705e82f3f1b48cd4c2fe7b37cdd79fbb80255a82dce623bedd50893b08e50c0','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240','','0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e','主管丁','2026-02-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-02',0,0,0,0,'448d8afbd6b05f695078d03959457956cdb244b7bc5a33f823369d5865642ac4','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',5,'01ac3894cd12b304f39e85879c0060d56801e731058e23385ea84987d05f161f','d7205862b237c0ef5a066535514eac971b2df1440a3956929f29e262d1f1bf74','0f5f60b2042b0109b34eeae477b66305b4e2aeb48226459761c2a55e15e05121','主管丁','2026-03-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-02',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'c5b2864d64b98b1448c8be8bf783fae06800493226178b6e156b2767bbb57240','0981ce8c26c1ca0256a72fb492d5b0fc0f21d8306ab0518d715f7fbd1add2b0e','c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99','主管丁','2026-03-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-03',3,3,45000000,45000000,'b71aae0a9f71bc86c5333514f3b371c0e5f028c66e0efb7ebd6f8fd8e3eb9006','a46ced5cc9f43fdbb1c20c0cd19b4ce273a49dff58f9e119e2c2a0b73abaa644',8,'ef947f98509e978a6786fd05e6b6eb8e58b2b7f36d75f8af0cb72f694e985ae8','0f5f60b2042b0109b34eeae477b66305b4e2aeb48226459761c2a55e15e05121','77a120e40b1e92fa5f417d0a2f40ab302330bfc5e047f961ee40df47b65e1bfe','主管丁','2026-04-02T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-03',1,1,8000000,8000000,'004e26444f97fd0a710e848ca8d29b204c680417e4b28a10bf8344ab3d35f28e','50b9c61430ee708ba41ac9f975b3ab5a9e73b40f06d20ab0ccd45b2b08185392',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','c6a77e00fbbd0fb063aa346374c794353a84fd85b6d021100a7b566e873ffa99','173740b6ae0e423a74b6b1cd6f9c8cd070af57e57567c82134b69c4f63e2f885','主管丁','2026-04-02T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-04',8,8,2780000,2780000,'5532612a4fefe31571d2a9d66ff7abe5c6bac44c18820523f4a15f280d85b92d','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',16,'cbdecb47d2e619b804bcc3752a71886d41d79881c9edf5b91619cfa10a6eff83','77a120e40b1e92fa5f417d0a2f40ab302330bfc5e047f961ee40df47b65e1bfe','6df7e0e18ce3845e6159c2708d1c284f05ab37483f835425ef281bdb38f90678','主管丁','2026-05-06T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-04',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','173740b6ae0e423a74b6b1cd6f9c8cd070af57e57567c82134b69c4f63e2f885','c512fab98f93792e98a44b28beb5a40b002963aac7eea3396a413a71605a10d8','主管丁','2026-05-06T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-05',0,0,0,0,'4d0155baf3fd4a532b3f10048d24ff441b8b8e53bf105f8b09d68a8fafde9c54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',17,'5de3163e5f19a6044f580ba1ba2182ec99e91f13c5fef4a2d0b47e614d70f043','6df7e0e18ce3845e6159c2708d1c284f05ab37483f835425ef281bdb38f90678','0dfd3c6033d548b807d146420cfb83568e6ba86422ec078d7cdadf3de40671f1','主管丁','2026-06-22T09:00:13+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-05',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','c512fab98f93792e98a44b28beb5a40b002963aac7eea3396a413a71605a10d8','0b634c3c9b3e704a68b1e11a0d239cf7f2160dd871160a9e1aacd768200d3362','主管丁','2026-06-22T09:00:17+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-06',2,2,2468,2468,'038fb474731a320c75a519424c4ba80c6dc2b8632beb087c8cf727137c1e1bb8','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',18,'c0e49889b40e481acc1b4055025673f8419af8b01c6d0dbbc81a44fe1f11eda8','0dfd3c6033d548b807d146420cfb83568e6ba86422ec078d7cdadf3de40671f1','5a70d0485ad52c56cd0e7fa9d0e037b2cc307a91a8726b7731f7b2c408bcc2df','主管丁','2026-07-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-06',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','0b634c3c9b3e704a68b1e11a0d239cf7f2160dd871160a9e1aacd768200d3362','bb82930b8112134d898e3b91dc42d92e65262f853d144b95f285b9ddb37d9b48','主管丁','2026-07-03T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-07',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',18,'c0e49889b40e481acc1b4055025673f8419af8b01c6d0dbbc81a44fe1f11eda8','5a70d0485ad52c56cd0e7fa9d0e037b2cc307a91a8726b7731f7b2c408bcc2df','bed4f6a0277ecf987a794c35acc505b7c4fcc6003451e476330c6f2e075d06e2','主管丁','2026-08-04T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-07',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','bb82930b8112134d898e3b91dc42d92e65262f853d144b95f285b9ddb37d9b48','5ad0321c786d6ba26a11c9bd72abf86c32ac0d2b64760ec2372c38b8dd88c4d3','主管丁','2026-08-04T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-08',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',18,'c0e49889b40e481acc1b4055025673f8419af8b01c6d0dbbc81a44fe1f11eda8','bed4f6a0277ecf987a794c35acc505b7c4fcc6003451e476330c6f2e075d06e2','ecdd60ee3b48507add0cb8fbf40c78c65db8d687624fe90b5cd51f6404a1c511','主管丁','2026-09-02T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-08',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','5ad0321c786d6ba26a11c9bd72abf86c32ac0d2b64760ec2372c38b8dd88c4d3','c4293f148c26e41c49d5040db40bbd2818d14479d62f3ca13b04ada888f5fb39','主管丁','2026-09-02T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-09',0,0,0,0,'4c077a7b8c6d5b6e45fcd929242c56eab1dab3fd35a8572073a40718e5d03266','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',18,'c0e49889b40e481acc1b4055025673f8419af8b01c6d0dbbc81a44fe1f11eda8','ecdd60ee3b48507add0cb8fbf40c78c65db8d687624fe90b5cd51f6404a1c511','bbbe30027a29ada37633e7286f49ea3ce1adc4043ef3c4773d0c6bca2c268dfc','主管丁','2026-10-09T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-09',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','c4293f148c26e41c49d5040db40bbd2818d14479d62f3ca13b04ada888f5fb39','4a383b8f0c6fbb512506259ff1a5fe090ce4fd52494deb82e3ec9964f4838a0f','主管丁','2026-10-09T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-10',4,4,2000000,2000000,'117e156fb3cabb3d12c064a64f40e6b0e80746f682653c5647cf6c77912c84f3','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',22,'79aaea9dc88ad0491508a3c5e0754a59f3722864e29be3ec48ea3be685958d0b','bbbe30027a29ada37633e7286f49ea3ce1adc4043ef3c4773d0c6bca2c268dfc','9c1d505573f4da073563797639d88f0cfb8e5e488ff90bf67c6e59f24318ce88','主管丁','2026-11-03T09:00:08+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-10',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','4a383b8f0c6fbb512506259ff1a5fe090ce4fd52494deb82e3ec9964f4838a0f','22c5d8af649a293ed07df9a05cc6aec7dbde952557e5c4715e4f7ca4de8a685e','主管丁','2026-11-03T09:00:12+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-11',0,0,0,0,'10caf1e657efac7e9f7c3f0bac882366819c68ed1f3b35158567d33dcbda6195','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',22,'79aaea9dc88ad0491508a3c5e0754a59f3722864e29be3ec48ea3be685958d0b','9c1d505573f4da073563797639d88f0cfb8e5e488ff90bf67c6e59f24318ce88','291745b8d4be2f6d83cb3f1c4194a6b1a4ae6a1b1274dbbf42c85e25c3ebbf4e','主管丁','2026-12-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-11',0,0,0,0,'e5c45bf560d90495107c8dff4a6318790b9b709c002beeffb1a5c7dd3c503d30','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',3,'f38b2352c254ea7b9dfb49d75971cf044fb5b6fe16a815ccff29194d8949e65d','22c5d8af649a293ed07df9a05cc6aec7dbde952557e5c4715e4f7ca4de8a685e','9b8bfa302a779f5c727ff3c0699684a44f9557896e7a47c60ad0b6efada2a940','主管丁','2026-12-03T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-12',6,6,85000000,85000000,'802e475de0465fc7f9513f608e0ae44e57502d093aa37bb133e53550eee4a61d','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',28,'5100bcd74ae5aa9366cd6ac2b938c372783babbbf677ea9b0204e2bdd145f480','291745b8d4be2f6d83cb3f1c4194a6b1a4ae6a1b1274dbbf42c85e25c3ebbf4e','ba871a7fc6076f23389e4402196f6d4589616fe9fb881444520164126cc3090d','主管丁','2027-01-08T09:00:05+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-12',1,1,8000000,8000000,'8b63a7cd9c7566b0996d28e3f0b9c43ef475698d6d7d6775cfd5e78aedd6267a','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',4,'4ae2ea215032d4e272829f3532c2208af5cb33b70ad3cfe2b0d505a9464cde6d','9b8bfa302a779f5c727ff3c0699684a44f9557896e7a47c60ad0b6efada2a940','1b4db225c8bf7a3062db616db72f057cb8fa0799819fc701f60c1453f8361a46','主管丁','2027-01-08T09:00:09+08:00');
INSERT INTO "seal" VALUES('620100/employee','2026-13',0,0,0,0,'c933d7d02a1038e029f8d0da28fb0ecae945d2540b5a264f3c22b9a37ac10b54','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',28,'5100bcd74ae5aa9366cd6ac2b938c372783babbbf677ea9b0204e2bdd145f480','ba871a7fc6076f23389e4402196f6d4589616fe9fb881444520164126cc3090d','60bcec88cdc29f954f5f9f1a23f19f2fa9574b86e1f612ae73258b876ef03d5f','主管丁','2027-01-08T09:00:12+08:00');
INSERT INTO "seal" VALUES('620100/resident','2026-13',0,0,0,0,'c08dc940d76467f68387df9ea10017353830984db770d8c0a166f907c395c7f2','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',4,'4ae2ea215032d4e272829f3532c2208af5cb33b70ad3cfe2b0d505a9464cde6d','1b4db225c8bf7a3062db616db72f057cb8fa0799819fc701f60c1453f8361a46','c76773be87bb90f48acae10421cda375a5efafd40571b5e17861f457359c27b5','主管丁','2027-01-08T09:00:15+08:00');
INSERT INTO "seal" VALUES('620100/employee','2027-01',2,2,10500000,10500000,'0b0e932d0a5e46224053d4ed807444689a658fb7e06963668b85e1f1508bccb3','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',2,'09306fdc0584e9c616bb0d0c808eb17487fa7a3cef92a4778db974236bfcd7fd','60bcec88cdc29f954f5f9f1a23f19f2fa9574b86e1f612ae73258b876ef03d5f','0f8499612f9644f0ecf0ca22061bd2f65883274a0965657b0401c510736f0546','主管丁','2027-02-03T09:00:01+08:00');
INSERT INTO "seal" VALUES('620100/resident','2027-01',1,1,100000,100000,'d8d2732ad31ba2eb8d248ebea7995f41f490a30183059548c867311b1b92dadd','590c2ded40652e42974d8d97cb495e08a1f761a5fceefc76b3c3830ff9a9fd60',1,'ef5b16cf551473371b3ce8dae898605019e02f3d3bb7ee33c6f6b18d219ebf1d','c76773be87bb90f48acae10421cda375a5efafd40571b5e17861f457359c27b5','2938e29b3f16db85668dfe72f67259532cc8e874db0401ba7294df91096556ab','主管丁','2027-02-03T09:00:05+08:00');
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
INSERT INTO "signature" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9','cashier','出纳戊','2026-03-10T09:00:37+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294','cashier','出纳戊','2026-03-10T09:00:37+08:00');
INSERT INTO "signature" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa','cashier','出纳戊','2026-03-10T09:00:37+08:00');
INSERT INTO "signature" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975','cashier','出纳戊','2026-03-10T09:00:40+08:00');
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
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-30a0-7000-b119-1c56c324c985','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-3488-7000-ac88-8696008a05a6','2026-00',2,'opening-balance','期初：支出户存款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-3870-7000-910b-8f507204e52d','2026-00',3,'opening-balance','期初：城关示范医院2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019b89bd-3c58-7000-b351-1f8db8b6d8fe','2026-00',4,'opening-balance','期初：暂收款来历不明的汇款',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019ba56a-d280-7000-816d-b9b807d4bedc','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-5）',1,3);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0160-7000-abef-59fe619699cf','2026-00',1,'opening-balance','期初：财政专户存款',1,1);
INSERT INTO "voucher" VALUES('620100/resident','019ba56b-0548-7000-be04-c31037730edf','2026-01',1,'allocation','财政拨入2026年度医保预付金（用款计划funding-plan-7）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0680-7000-b0b3-5e26380208a9','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0a68-7000-bcf1-92bd75a89294','2026-03',2,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019cd542-0e50-7000-bb4b-e2764a2f20aa','2026-03',3,'disbursement','拨付榆中示范卫生院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/resident','019cd542-21d8-7000-9aa2-b12e05805975','2026-03',1,'disbursement','拨付城关示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b238-7000-ba40-78d7d47d380d','2026-04',1,'disbursement','注销2026年3月10日记-0003号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-b620-7000-8c26-7f7dab99254a','2026-04',2,'disbursement','订正2026年3月10日记-0003号凭证：拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d50da-f0b8-7000-bc37-ed29d8a064df','2026-04',3,'disbursement','调减2026年3月10日记-0001号凭证金额 1,000.00',1,0);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-f680-7000-af99-48733e2434e3','2026-04',4,'disbursement','拨付安宁示范医院2026年度医保预付金',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019d8ea6-fa68-7000-99df-db2fcc22af58','2026-04',5,'suspense','暂收来款待查来款待查',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019d98f3-ae80-7000-b1a7-52f6b3fa7aa7','2026-04',6,'payment-return','安宁示范医院2026年度医保预付金退汇（原拨付拨-4）',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-1e80-7000-86e8-588582283d15','2026-04',7,'disbursement','银行已经划出，没有支付令',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019dad8d-4d60-7000-aee5-a2907d5c8dfc','2026-04',8,'disbursement','银行已经划出，没有支付令',1,2);
INSERT INTO "voucher" VALUES('620100/employee','019eecd7-6680-7000-a96b-01b664c2f2e3','2026-06',1,'interest','支出户2026年6月结息',1,1);
INSERT INTO "voucher" VALUES('620100/employee','019f257d-5e68-7000-a317-fa3edc3bf364','2026-06',2,'period-end','结转2026年6月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a156d2-8680-7000-988e-5ef101762741','2026-10',1,'write-off','核销榆中示范卫生院2026年度医保预付金（court-document-18；government-approval-18）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a1852b-c280-7000-8845-9f63cf23cae8','2026-10',2,'recovery','收回已核销的榆中示范卫生院2026年度医保预付金（other-19）',1,2);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-9268-7000-9eca-5f420e5e18ba','2026-10',3,'period-end','结转2026年10月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a19eeb-9e20-7000-9757-d5dbdeb8fc4c','2026-10',4,'period-end','结转2026年10月收入至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2a80-7000-9a85-ee6b5b569643','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-2e68-7000-8019-f6ea58989008','2026-12',2,'repayment','安宁示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a29b43-3250-7000-a291-27af89d9bf02','2026-12',3,'repayment','城关示范医院返还2025年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/resident','01a29b43-45d8-7000-b255-1ad09f9d0129','2026-12',1,'repayment','城关示范医院返还2026年度医保预付金',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-ae80-7000-b67b-45f8cc0e95ee','2026-12',4,'settlement-offset','城关示范医院结算单settlement-sheet-24冲抵2026年度医保预付金（offset-decision-24）',2,2);
INSERT INTO "voucher" VALUES('620100/employee','01a2bf4f-b268-7000-bb94-af6dd1020a15','2026-12',5,'remittance','上解2026年收回的医保预付金至财政专户',1,1);
INSERT INTO "voucher" VALUES('620100/employee','01a2f2cf-4a68-7000-b78e-976d154ed512','2026-12',6,'period-end','结转2026年12月支出至一般基金结余-统筹基金',1,0);
INSERT INTO "voucher" VALUES('620100/resident','01a30242-6638-7000-b306-c30f1c07724e','2027-01',1,'repayment','更正2026年12月20日记-0001号凭证',1,0);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-9680-7000-9055-75fb28dd37eb','2027-01',1,'allocation','财政拨入2027年度医保预付金（用款计划funding-plan-26）',1,3);
INSERT INTO "voucher" VALUES('620100/employee','01a3309b-c560-7000-92d8-f83bb62ac1fe','2027-01',2,'disbursement','拨付城关示范医院2027年度医保预付金',1,2);
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
CREATE TRIGGER hospital_version_no_update BEFORE UPDATE ON hospital_version BEGIN SELECT RAISE(ABORT, 'append-only: update on hospital_version'); END;
CREATE TRIGGER hospital_version_no_delete BEFORE DELETE ON hospital_version BEGIN SELECT RAISE(ABORT, 'append-only: delete on hospital_version'); END;
CREATE TRIGGER hospital_version_no_replace BEFORE INSERT ON hospital_version WHEN EXISTS (SELECT 1 FROM hospital_version WHERE code = NEW.code AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append-only: replace on hospital_version'); END;
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
COMMIT;
