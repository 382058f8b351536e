// The only writer of CSV. A cell that a spreadsheet would run as a formula gets an apostrophe.
const RISKY = /^[=+\-@\t\r]/;

function cell(value) {
  if (typeof value === 'number') return String(value);
  const text = value === null || value === undefined ? '' : String(value);
  const safe = RISKY.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = rows => rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';

export const saveCsv = (name, rows) => save(`${name}.csv`, 'text/csv', csv(rows));

export const saveJson = (name, value) => save(`${name}.json`, 'application/json', JSON.stringify(value, null, 2));

function save(name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name.replace(/[^\w.-]+/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
