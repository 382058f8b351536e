import { Light, html, nothing, props } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { count } from '../core/format.js';
import { saveCsv } from '../core/csv.js';
import { router } from '../core/router.js';

/** Columns are {id, name, cell, value?, num?, wide?, look?}; a column with `value` can be sorted by. `href` makes rows
    links; `size` cuts pages; `file` names the CSV, which has all rows. */
class DataTable extends Light {
  static properties = {
    ...props('columns', 'rows', 'href', 'size', 'file', 'total', 'foot', 'end', 'label', 'sort'),
    page: { state: true },
    by: { state: true },
  };

  constructor() {
    super();
    this.page = 0;
  }

  willUpdate(changed) {
    if (changed.has('rows'))
      this.page = Math.min(this.page, Math.max(0, Math.ceil(this.rows.length / (this.size ?? 1e9)) - 1));
    this.by ??= this.sort;
  }

  get sorted() {
    const column = this.columns.find(each => each.id === this.by?.id);
    if (!column?.value) return this.rows;
    const sign = this.by.down ? -1 : 1;
    return [...this.rows].sort((a, b) => sign * compared(column.value(a), column.value(b)));
  }

  render() {
    const size = this.size ?? this.rows.length;
    const from = this.page * size;
    const shown = this.sorted.slice(from, from + size);
    return html`<div class="scroll">
        <table aria-label=${this.label ?? nothing}>
          <thead>
            <tr>
              ${this.columns.map(column => this.headOf(column))}
            </tr>
          </thead>
          <tbody>
            ${shown.map(row => this.rowOf(row))}${
              this.total
                ? html`<tr class="total">
                    ${this.columns.map(
                      (column, index) => html`<td class=${look(column)}>${this.total[index] ?? nothing}</td>`,
                    )}
                  </tr>`
                : nothing
            }
          </tbody>
        </table>
      </div>
      ${this.size || this.foot ? this.footOf(from, shown.length) : nothing}`;
  }

  headOf(column) {
    const active = this.by?.id === column.id;
    return html`<th
      scope="col"
      class=${look(column)}
      aria-sort=${active ? (this.by.down ? 'descending' : 'ascending') : nothing}
    >
      ${
        column.value
          ? html`<button data-sort=${column.id} @click=${() => this.order(column)}>
              ${column.name}${active ? icon(this.by.down ? 'fall' : 'up') : nothing}
            </button>`
          : column.name
      }
    </th>`;
  }

  rowOf(row) {
    const href = this.href?.(row);
    return html`<tr
      class="${href ? 'linked' : ''} ${row.past ? 'past' : ''}"
      data-row=${row.key ?? nothing}
      @click=${event => href && !event.target.closest('a, button') && !getSelection().toString() && router.go(href)}
    >
      ${this.columns.map(column => {
        const zero = column.num && column.value?.(row) === 0;
        return html`<td class="${look(column)} ${zero ? 'zero' : ''}">${column.cell(row)}</td>`;
      })}
    </tr>`;
  }

  footOf(from, shown) {
    const many = this.rows.length;
    const paged = this.size && many > this.size;
    return html`<div class="card-foot">
      ${
        this.foot ??
        (many === 0
          ? nothing
          : html`<span class="num" data-pages>${count(from + 1)}–${count(from + shown)} of ${count(many)}</span>`)
      }
      <span class="end"
        >${this.end ?? nothing}${
          this.file
            ? html`<button class="button plain small" data-tool="csv" @click=${this.save}>
                ${icon('download')} CSV
              </button>`
            : nothing
        }${
          paged
            ? html` <button class="button small" data-previous ?disabled=${this.page === 0} @click=${() => this.page--}>
                  Previous
                </button>
                <button class="button small" data-next ?disabled=${from + shown >= many} @click=${() => this.page++}>
                  Next
                </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  order(column) {
    const down = this.by?.id === column.id ? !this.by.down : Boolean(column.num);
    this.by = { id: column.id, down };
    this.page = 0;
  }

  save() {
    const columns = this.columns.filter(column => column.value);
    saveCsv(this.file, [
      columns.map(column => column.name),
      ...this.sorted.map(row => columns.map(column => column.value(row))),
    ]);
  }
}

const look = column => `${column.num ? 'num' : ''} ${column.wide ? 'wide-only' : ''} ${column.look ?? ''}`;

const compared = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''));

customElements.define('tn-table', DataTable);
