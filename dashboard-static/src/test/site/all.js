// Runs every case and leaves the outcomes where the test reads them.
import './format.js';
import './ledger.js';
import './series.js';
import './snapshot.js';
import './snippets.js';
import './time.js';
import './url.js';
import { outcomes } from './check.js';

globalThis.outcomes = outcomes();
