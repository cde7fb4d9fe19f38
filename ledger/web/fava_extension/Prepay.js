// Ties Fava's pages to ours: a filter for our tables, and the ways there and back.
// It asks the server for nothing by itself.

const HIDDEN = ["editor", "import", "options", "documents", "commodities", "holdings", "events"];
const HOSPITAL = /:(H\d{11})-/;
const base = () => location.pathname.split("/").slice(0, 2).join("/");

/** Read a figure as whole fen, exactly. */
function fen(text) {
  const digits = text.replace(/[^0-9-]/g, "");
  return digits === "" || digits === "-" ? 0n : BigInt(digits);
}

/** Write whole fen as people read them. */
function grouped(sum) {
  const sign = sum < 0n ? "-" : "";
  const digits = (sum < 0n ? -sum : sum).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${whole}.${digits.slice(-2)}`;
}

/** Show the rows that hold every word, and add up what is shown. */
function filter(table, words) {
  const row = table.querySelector("tr.filtered");
  if (!row) {
    return;
  }
  const sums = new Map();
  let count = 0;
  for (const each of table.tBodies[0].rows) {
    const text = each.textContent.toLowerCase();
    each.hidden = !words.every((word) => text.includes(word));
    if (!each.hidden) {
      count += 1;
      for (const cell of row.cells) {
        if ("sum" in cell.dataset) {
          const found = each.cells[cell.cellIndex].textContent;
          sums.set(cell, (sums.get(cell) ?? 0n) + fen(found));
        }
      }
    }
  }
  row.hidden = words.length === 0;
  for (const cell of row.cells) {
    cell.textContent = "sum" in cell.dataset ? grouped(sums.get(cell) ?? 0n) : "";
  }
  const first = [...row.cells].find((cell) => !("sum" in cell.dataset));
  if (first) {
    first.textContent = `筛选出 ${count} 行`;
  }
}

/** Make a page of ours work: its filter, its fields, its print button. */
function prepare(page) {
  const bar = page.querySelector("form.bar");
  const input = page.querySelector("input.filter");
  if (input && !input.dataset.ready) {
    input.dataset.ready = "yes";
    const run = () => {
      const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      page.querySelectorAll("table").forEach((table) => filter(table, words));
    };
    input.addEventListener("input", run);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
      }
    });
    if (input.value) {
      run();
    }
  }
  bar?.querySelectorAll("select").forEach((select) => {
    select.addEventListener("change", () => bar.requestSubmit());
  });
  page.querySelector("button.print")?.addEventListener("click", () => window.print());
  if ("waiting" in page.dataset) {
    const again = new URL(location.href);
    again.searchParams.delete("verify");
    setTimeout(() => {
      if (page.isConnected) {
        location.replace(again);
      }
    }, 2000);
  }
}

/** On the page of a hospital's account, lead to its settlement. */
function way_back() {
  const found = HOSPITAL.exec(decodeURIComponent(location.pathname));
  const article = document.querySelector("article");
  if (!location.pathname.includes("/account/") || !found || !article) {
    return;
  }
  const line = document.createElement("p");
  line.className = "prepay-back";
  const link = document.createElement("a");
  link.href = `${base()}/extension/Settlement/?find=${found[1]}`;
  link.textContent = "← 这家医院的年度清算";
  line.append(link);
  document.querySelectorAll(".prepay-back").forEach((old) => old.remove());
  article.prepend(line);
}

/** Take away what leads to pages that are not served, and say who is logged in. */
function tidy() {
  for (const name of HIDDEN) {
    document.querySelectorAll(`aside a[href*="/${name}/"]`).forEach((a) => a.closest("li")?.remove());
  }
  document.querySelectorAll('a[href="#add-transaction"], a[href="#export"]').forEach((a) => a.remove());
  const who = document.querySelector('meta[name="prepay-operator"]')?.content;
  const out = document.querySelector('aside a[href="/logout"]');
  if (who && out) {
    out.textContent = `退出登录（${who}）`;
  }
}

/** Leave the words of a link that leads to a source text, and take the link away. */
function unlink() {
  document.querySelectorAll('article a[href*="/editor/"]').forEach((a) => a.replaceWith(a.textContent));
}

/** From a voucher in one of Fava's journals to its own page. */
function open_voucher(event) {
  const payee = event.target.closest?.(".journal .transaction .payee");
  const entry = payee?.closest("li.transaction");
  const label = [...(entry?.querySelectorAll("dl.metadata > dt") ?? [])]
    .find((dt) => dt.textContent.trim() === "number:")
    ?.nextElementSibling?.textContent.trim();
  if (label) {
    event.stopPropagation();
    const link = document.createElement("a");
    link.href = `${base()}/extension/Vouchers/?voucher=${encodeURIComponent(label)}`;
    document.querySelector("article").append(link);
    link.click();
    link.remove();
  }
}

/** Open an account that is too large for one page at its newest month or day. */
function spare_large(event) {
  const link = event.target.closest?.('a[href*="/account/"]');
  const large = document.querySelector('meta[name="prepay-large"]')?.content ?? "{}";
  if (!link || large === "{}") {
    return;
  }
  const to = new URL(link.href);
  const name = decodeURIComponent(to.pathname.split("/account/")[1].replace(/\/$/, ""));
  const span = JSON.parse(large)[name];
  if (span && !to.searchParams.has("time")) {
    to.searchParams.set("time", span);
    link.href = to.href;
  }
}

export default {
  init() {
    document.addEventListener("click", open_voucher, true);
    document.addEventListener("click", spare_large, true);
    new MutationObserver(unlink).observe(document.body, { childList: true, subtree: true });
  },
  onPageLoad() {
    tidy();
    way_back();
    document.querySelectorAll(".prepay").forEach(prepare);
  },
};
