// Every entry and tab of the column, in order. A tab has either a page (a module and its element) or `later`: what it
// will show; `needs` are the event types it is made of.
const page = (load, tag) => ({ load, tag });

const later = (id, name, what, needs) => ({ id, name, later: what, needs });

export const ENTRIES = [
  {
    id: 'overview',
    name: 'Overview',
    icon: 'overview',
    letter: 'O',
    tabs: [
      { id: 'summary', name: 'Summary', ...page(() => import('../pages/overview.js'), 'tn-overview') },
      later('live', 'Live', 'Events as they arrive, and who is here now.', 'page_view'),
      later('patterns', 'Time patterns', 'When people are active: hour of day, day of week, off-hours.', 'page_view'),
      later('roles', 'Roles', 'Activity, people and errors by user role.', 'user_action'),
      later('places', 'Places', 'Activity by country, region and city.', 'page_view'),
      later('platforms', 'Releases and platforms', 'Sessions by release, platform and device.', 'session_start'),
    ],
  },
  {
    id: 'alerts',
    name: 'Alerts',
    icon: 'alerts',
    letter: 'A',
    tabs: [
      later(
        'alerts',
        'Alerts',
        'What wants attention: reported by the app or detected, with who acknowledged it.',
        'alert',
      ),
      later('rules', 'Rules', 'Conditions, windows and thresholds; three are built in.', 'alert'),
      later('channels', 'Channels', 'Where an alert is sent: e-mail, signed webhook, chat.', 'alert'),
    ],
  },
  {
    id: 'users',
    name: 'Users',
    icon: 'users',
    letter: 'U',
    gap: true,
    tabs: [
      {
        id: 'sessions',
        name: 'Sessions',
        ...page(() => import('../pages/sessions.js'), 'tn-sessions'),
        detail: page(() => import('../pages/session.js'), 'tn-session'),
      },
      later('people', 'People', 'One row per person; sessions, traits, export and deletion.', 'identify'),
      later('retention', 'Retention', 'How many of a cohort came back, by day, week or month.', 'page_view'),
      later('lifecycle', 'Lifecycle', 'New, returning, resurrecting and dormant people.', 'page_view'),
      later('engagement', 'Engagement', 'Pages per session, time on page, return rate.', 'page_view'),
    ],
  },
  {
    id: 'behaviour',
    name: 'Behaviour',
    icon: 'behaviour',
    letter: 'B',
    tabs: [
      later('events', 'Events', 'Every event type and custom name, with counts and people.', 'user_action'),
      later('screens', 'Screens', 'Views, entries, exits and time by screen.', 'screen_view'),
      later('navigation', 'Navigation', 'Paths through the app, with entry and exit.', 'navigation'),
      later('actions', 'Actions', 'What people click and submit.', 'user_action'),
      later('features', 'Features', 'Adoption, use and abandonment by feature and role.', 'feature_usage'),
      later('forms', 'Forms and tools', 'Completion and abandonment of forms and tools.', 'user_action'),
    ],
  },
  {
    id: 'funnels',
    name: 'Funnels',
    icon: 'funnels',
    letter: 'F',
    tabs: [
      {
        id: 'list',
        name: 'Funnels',
        ...page(() => import('../pages/funnels.js'), 'tn-funnels'),
        detail: page(() => import('../pages/funnel-editor.js'), 'tn-funnel-editor'),
      },
    ],
  },
  {
    id: 'business',
    name: 'Business',
    icon: 'business',
    letter: 'M',
    tabs: [
      later('events', 'Events', 'Orders, payments and revenue, one row per currency.', 'business_event'),
      later('impact', 'Impact', 'What failures cost: failed payments, downtime.', 'financial_impact'),
    ],
  },
  {
    id: 'errors',
    name: 'Errors',
    icon: 'errors',
    letter: 'E',
    gap: true,
    tabs: [
      later('issues', 'Issues', 'Errors grouped by cause, with state, priority, release and people hit.', 'error'),
      later('trends', 'Trends', 'Error rate and severity over time.', 'error'),
      later('releases', 'Releases', 'Crash-free sessions and adoption by release.', 'crash'),
      later('roles', 'By role', 'Who meets which errors.', 'error'),
      later('grouping', 'Grouping rules', 'How errors become issues, and your own rules.', 'error'),
    ],
  },
  {
    id: 'performance',
    name: 'Performance',
    icon: 'performance',
    letter: 'P',
    tabs: [
      later('summary', 'Summary', 'Apdex, p75 and p95 of everything that is timed.', 'performance_metric'),
      later('api', 'API', 'Latency, failures and sizes by endpoint.', 'api_performance'),
      later('pages', 'Pages and screens', 'Web vitals and load times by page and screen.', 'frontend_performance'),
      later('database', 'Database', 'Slow queries by table and type.', 'database_performance'),
      later('network', 'Network', 'Resources and their phases.', 'network_performance'),
      later('server', 'Server', 'CPU, memory and event loop by host.', 'server_performance'),
      later('places', 'Places', 'Latency by country, region and city.', 'performance_metric'),
      later('roles', 'By role', 'Latency by user role.', 'performance_metric'),
    ],
  },
  {
    id: 'reliability',
    name: 'Reliability',
    icon: 'reliability',
    letter: 'R',
    tabs: [
      later('health', 'Health', 'A score per module: errors, speed, drop-off.', 'module_health'),
      later('connectivity', 'Connectivity', 'Offline time, retries and signal.', 'network_event'),
      later('third-parties', 'Third parties', 'Calls to providers: success and latency.', 'third_party_api'),
      later('security', 'Security', 'Failed logins, token abuse, suspicious activity.', 'security_event'),
      later('integrity', 'Integrity', 'Negative stock, duplicate orders, missing transactions.', 'data_integrity'),
    ],
  },
  {
    id: 'data',
    name: 'Data',
    icon: 'data',
    letter: 'D',
    gap: true,
    tabs: [
      { id: 'ledger', name: 'Ledger', ...page(() => import('../pages/ledger.js'), 'tn-ledger') },
      { id: 'pipeline', name: 'Pipeline', ...page(() => import('../pages/pipeline.js'), 'tn-pipeline') },
      later('quality', 'Quality', 'How well formed the events are, and what was repaired or masked.', 'page_view'),
      later('usage', 'Usage and cost', 'Events, storage and cost of this app.', 'page_view'),
    ],
  },
];

export const SETTINGS = {
  id: 'settings',
  name: 'Settings',
  icon: 'settings',
  letter: 'S',
  tabs: [
    { id: 'general', name: 'General and keys', ...page(() => import('../pages/settings.js'), 'tn-settings') },
    later('privacy', 'Data and privacy', 'What is masked, how long it is kept, export and deletion.', 'identify'),
    later('money', 'Time and money', 'Off-hours, week, currencies and rates of cost.', 'business_event'),
    later('modules', 'Modules and features', 'Named parts of the app and where they begin and end.', 'feature_usage'),
    later('segments', 'Segments', 'Saved filters on events and people.', 'user_action'),
    later('schemas', 'Schemas and adaptors', 'The tracking plan, and SDKs of other products.', 'page_view'),
  ],
};

export const WORKSPACE = [
  { id: 'apps', name: 'Apps', icon: 'apps' },
  { id: 'members', name: 'Members', icon: 'users', later: 'Accounts of the workspace, their roles and invitations.' },
  { id: 'usage', name: 'Usage and cost', icon: 'business', later: 'Events, storage and cost of all apps.' },
  { id: 'audit', name: 'Audit log', icon: 'reliability', later: 'Who read or changed what, and when.' },
];

export const entryOf = id => [...ENTRIES, SETTINGS].find(entry => entry.id === id);

export const tabOf = (entry, id) => entry?.tabs.find(tab => tab.id === id) ?? (id ? undefined : entry?.tabs[0]);

/** Where an entry, or one of its tabs, is for an app. The first tab has no segment of its own. */
export const pathOf = (app, entry, tab) => ['apps', app, entry.id, ...(tab && tab !== entry.tabs[0] ? [tab.id] : [])];
