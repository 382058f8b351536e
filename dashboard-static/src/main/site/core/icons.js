// One path each, 16 px, drawn in the same hand. Always beside a word, or in a control that has a name.
import { svg, html } from './lit.js';

const PATHS = new Map(
  Object.entries({
    overview: 'M2.5 9.5a5.5 5.5 0 1 1 11 0M8 9.5l2.5-3M4 13h8',
    alerts: 'M8 2.2a4 4 0 0 0-4 4c0 3.5-1.5 4.6-1.5 4.6h11S12 9.7 12 6.2a4 4 0 0 0-4-4zM6.7 13.3a1.4 1.4 0 0 0 2.6 0',
    users:
      'M6 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 6 8zM1.6 13.4c.3-2.3 2-3.7 4.4-3.7s4.1 1.4 4.4 3.7M10.6 3a2.6 2.6 0 0 1 0 4.9M12.2 10c1.3.5 2.1 1.7 2.3 3.4',
    behaviour:
      'M6.2 6.2l7 2.6-3.1 1.3-1.3 3.1zM6.5 1.8v1.7M1.8 6.5h1.7M3.2 3.2l1.2 1.2M9.8 3.2 8.6 4.4M3.2 9.8l1.2-1.2',
    funnels: 'M2 3h12M3.8 6.4h8.4M5.6 9.8h4.8M7 13.2h2',
    business: 'M2 4.5h12v8H2zM2 7.2h12M4.5 10.2h2.5',
    errors:
      'M8 4.6a3 3 0 0 1 3 3v2.4a3 3 0 0 1-6 0V7.6a3 3 0 0 1 3-3zM6 4.9 4.6 2.8M10 4.9l1.4-2.1M5 7.2 2.5 6M11 7.2 13.5 6M5 9.3H2M11 9.3h3M5.3 11.3l-2.3 1.9M10.7 11.3l2.3 1.9M8 5v7.8',
    performance: 'M2 12.5 5.2 7.3l2.6 3L13.8 3M10.4 3h3.4v3.4',
    reliability: 'M8 1.9l5 1.9v4c0 3-2 5.2-5 6.3-3-1.1-5-3.3-5-6.3v-4zM5.6 8l1.8 1.7 3-3.3',
    data: 'M8 6.1c3 0 5-.8 5-2s-2-2-5-2-5 .8-5 2 2 2 5 2zM3 4.1v7.8c0 1.2 2 2 5 2s5-.8 5-2V4.1M3 8c0 1.2 2 2 5 2s5-.8 5-2',
    settings:
      'M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14M10.2 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5.8 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
    apps: 'M2.5 2.5h4.2v4.2H2.5zM9.3 2.5h4.2v4.2H9.3zM2.5 9.3h4.2v4.2H2.5zM9.3 9.3h4.2v4.2H9.3z',
    clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.4',
    filter: 'M2 4h12M4.2 8h7.6M6.4 12h3.2',
    compare: 'M2.5 5.2h10M10 2.6l2.6 2.6L10 7.8M13.5 10.8h-10M6 8.2l-2.6 2.6L6 13.4',
    calendar: 'M2.5 3.8h11v9.7h-11zM2.5 6.8h11M5.3 2.2v2.6M10.7 2.2v2.6',
    down: 'M4 6.2 8 10l4-3.8',
    right: 'M6.2 4 10 8l-3.8 4',
    up: 'M8 13V3M3.8 7.2 8 3l4.2 4.2',
    fall: 'M8 3v10M3.8 8.8 8 13l4.2-4.2',
    updown: 'M4.8 6 8 2.8 11.2 6M4.8 10 8 13.2l3.2-3.2',
    table: 'M2.5 3h11v10h-11zM2.5 6.4h11M2.5 9.7h11M6.2 6.4V13',
    download: 'M8 2.5v7.6M4.8 7 8 10.2 11.2 7M2.8 13.2h10.4',
    copy: 'M5.6 5.6h7.9v7.9H5.6zM10.4 5.6V2.5H2.5v7.9h3.1',
    check: 'M3 8.6 6.4 12 13 4.6',
    close: 'M4 4l8 8M12 4l-8 8',
    plus: 'M8 3v10M3 8h10',
    more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
    menu: 'M2 4h12M2 8h12M2 12h12',
    search: 'M7 11.8a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6zM10.6 10.6l3.2 3.2',
    warning: 'M8 2.6 14.3 13.4H1.7zM8 6.6v3M8 11.6h.01',
    retry: 'M13.2 8a5.2 5.2 0 1 1-1.6-3.7M13.4 1.9v2.9h-2.9',
    key: 'M5.4 13a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM7.3 8.4l5.5-5.5M10.6 5.1l1.7 1.7',
    flag: 'M4 13.6V2.8M4 3.2h7.6L9.8 5.8l1.8 2.6H4',
    screen: 'M2.2 3h11.6v8H2.2zM6 13.4h4M8 11v2.4',
    cursor: 'M4.2 3.2l8.6 3.4-3.7 1.5-1.5 3.7zM9.4 9.4l3.4 3.4',
    turn: 'M3.4 12.6V8.4a2.4 2.4 0 0 1 2.4-2.4h7M10.2 3.2 13 6l-2.8 2.8',
    money: 'M2 4h12v8H2zM2 6.8h12M4.4 9.8h2.4',
    back: 'M13 8H3M6.8 4.2 3 8l3.8 3.8',
    grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  }),
);

export const icon = (name, label) =>
  html`<svg
    class="icon"
    viewBox="0 0 16 16"
    role=${label ? 'img' : 'presentation'}
    aria-label=${label ?? ''}
    aria-hidden=${label ? 'false' : 'true'}
  >
    ${svg`<path d=${PATHS.get(name) ?? ''}></path>`}
  </svg>`;

export const logo = () =>
  html`<svg class="logo" viewBox="0 0 24 22" aria-hidden="true">
    <path d="M1.5 16.5h4l2.6-6 3.3 8 2.7-7.2M16.5 2v7M13 5.5h7"></path>
  </svg>`;
