// What the report page and the page for drafts share.
const element = (id) => document.getElementById(id);
const make = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// Words into the clipboard, also from a page that was opened from disk.
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = make("textarea", { value: words, className: "vh" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  document.documentElement.dataset.copied = words;
}
