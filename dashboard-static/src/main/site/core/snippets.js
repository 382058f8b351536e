// What to paste: the smallest request of each kind, with the key where it is known.
const VARIABLE = '$TRACENOVA_KEY';

const EXAMPLES = new Map([
  ['page_view', ['page-views', { page_slug: 'home', page_path: '/' }]],
  ['screen_view', ['screen-views', { screen_name: 'Home', load_time_ms: 412 }]],
  ['navigation', ['navigation', { from_screen: 'Home', to_screen: 'Cart', navigation_type: 'push' }]],
  ['user_action', ['user-actions', { action_type: 'button_click', action_name: 'Add to cart' }]],
  ['feature_usage', ['feature-usage', { feature_name: 'wishlist' }]],
  ['identify', ['identify', { user_id: 'user_1', traits: { plan: 'gold' } }]],
  ['session_start', ['sessions/start', {}]],
  ['funnel_step', ['funnel-steps', { funnel_slug: 'checkout', step_key: 'cart' }]],
  [
    'business_event',
    ['business-events', { event_type: 'payment_completed', payload: { amount: 84.9, currency: 'EUR' } }],
  ],
  ['financial_impact', ['financial-impacts', { impact_type: 'failed_payment', amount: 84.9, currency: 'EUR' }]],
  ['error', ['errors', { message: 'Card authorisation timed out', error_type: 'PaymentError', severity: 'error' }]],
  [
    'crash',
    [
      'crashes',
      {
        crash_type: 'OutOfMemory',
        crash_message: 'Java heap space',
        crash_stack: 'at Main.main',
        environment: 'production',
      },
    ],
  ],
  ['alert', ['alerts', { alert_type: 'error_spike', title: 'Payments fail' }]],
  ['performance_metric', ['performance-metrics', { metric_type: 'screen_load', value: 640, value_unit: 'ms' }]],
  [
    'api_performance',
    ['api-performance', { endpoint_path: '/orders', http_method: 'POST', response_time_ms: 120, status_code: 201 }],
  ],
  ['frontend_performance', ['frontend-performance', { page_slug: 'home', largest_contentful_paint: 1840 }]],
  [
    'database_performance',
    ['database-performance', { query_type: 'SELECT', table_name: 'orders', query_duration_ms: 18 }],
  ],
  ['network_performance', ['network-performance', { request_url: 'https://example.com/app.js', duration_ms: 88 }]],
  ['server_performance', ['server-performance', { cpu_usage: 31.4, memory_usage_mb: 512 }]],
  ['module_health', ['module-health', { module_id: 'checkout', score: 92 }]],
  ['network_event', ['network-monitoring', { event_type: 'offline_end', duration_seconds: 42 }]],
  ['third_party_api', ['third-party-api', { provider_type: 'payment', success: true, response_time_ms: 230 }]],
  ['security_event', ['security-events', { event_type: 'failed_login', reason: 'wrong password' }]],
  ['data_integrity', ['data-integrity', { event_type: 'negative_stock', reference_id: 'sku-42' }]],
]);

/** Path and body of the smallest event of a type. */
export function example(type, session = 'sess_1') {
  const [path, fields] = EXAMPLES.get(type) ?? EXAMPLES.get('page_view');
  return { path: `/api/v1/${path}`, body: { ...fields, session_id: session } };
}

export function curl(base, key, { path, body }) {
  return (
    `curl ${base}${path} \\\n  -H "X-Api-Key: ${key ?? VARIABLE}" \\\n  -H "Content-Type: application/json" \\\n` +
    `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`
  );
}

export function browser(base, key, { path, body }) {
  return (
    `await fetch('${base}${path}', {\n  method: 'POST',\n` +
    `  headers: { 'X-Api-Key': '${key ?? VARIABLE}', 'Content-Type': 'application/json' },\n` +
    `  body: JSON.stringify(${JSON.stringify(body)}),\n  keepalive: true,\n});`
  );
}

export function php(base, key, { path, body }) {
  return (
    `$request = curl_init('${base}${path}');\ncurl_setopt_array($request, [\n  CURLOPT_POST => true,\n` +
    `  CURLOPT_RETURNTRANSFER => true,\n  CURLOPT_TIMEOUT_MS => 2000,\n` +
    `  CURLOPT_HTTPHEADER => ['X-Api-Key: ${key ?? VARIABLE}', 'Content-Type: application/json'],\n` +
    `  CURLOPT_POSTFIELDS => json_encode(${phpValue(body)}),\n]);\ncurl_exec($request);`
  );
}

function phpValue(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `[${Object.entries(value)
    .map(([name, inner]) => `${phpValue(name)} => ${phpValue(inner)}`)
    .join(', ')}]`;
}

export const LANGUAGES = [
  ['curl', curl],
  ['Browser', browser],
  ['PHP', php],
];
