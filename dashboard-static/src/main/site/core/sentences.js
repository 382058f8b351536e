// An event of a journey as a sentence: {verb, object, second}. The object is set off; the second line is grey.
import { NONE, money } from './format.js';

const said = (verb, object, second) => ({
  verb,
  object: object ?? '',
  second: [second].flat().filter(Boolean).join(' · '),
});

const text = value => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const inner = (data, name) => text(data[name] ?? data.payload?.[name] ?? data.metadata?.[name]);

const SENTENCES = new Map(
  Object.entries({
    session_start: item => said('Session started', '', [item.release, item.platform, item.device]),
    session_end: () => said('Session ended'),
    session_heartbeat: () => said('Heartbeat'),
    page_view: (item, data) =>
      said(
        'Viewed',
        text(data.page_path) || item.screen || item.name,
        data.referrer && `referrer ${text(data.referrer)}`,
      ),
    screen_view: (item, data) =>
      said(
        'Viewed',
        text(data.screen_name) || item.screen,
        data.previous_screen && `from ${text(data.previous_screen)}`,
      ),
    navigation: (item, data) =>
      said(
        '',
        `${text(data.from_screen) ? `${text(data.from_screen)} → ` : ''}${text(data.to_screen) || item.name || NONE}`,
        text(data.navigation_type),
      ),
    user_action: (item, data) =>
      said(
        data.action_type === 'form_submission' ? 'Submitted' : data.action_type === 'button_click' ? 'Clicked' : 'Did',
        text(data.action_name) || text(data.target) || item.name || text(data.action_type),
        [text(data.action_type), text(data.action_name) && text(data.target)],
      ),
    journey_step: (item, data) => said('Journey step', text(data.step_name) || item.name, text(data.step_type)),
    funnel_step: (item, data) => said('Funnel step', text(data.step_key), text(data.funnel_slug)),
    feature_usage: (item, data) => said('Used', text(data.feature_name), text(data.feature_category)),
    error: (item, data) =>
      said('', [text(data.error_type), text(data.message)].filter(Boolean).join(': ') || item.name, [
        text(data.file),
        item.screen,
      ]),
    crash: (item, data) => said('Crashed:', text(data.crash_message) || text(data.crash_type), text(data.environment)),
    api_error: (item, data) =>
      said(
        `${text(data.http_method)} ${text(data.endpoint_path)} answered`,
        text(data.status_code),
        text(data.error_message),
      ),
    api_performance: (item, data) =>
      said(`${text(data.http_method)} ${text(data.endpoint_path)} answered`, text(data.status_code), 'API call'),
    db_error: (item, data) => said('Database:', text(data.error_message), text(data.table_name)),
    business_event: (item, data) =>
      said(words(text(data.event_type)), item.amount === null ? '' : money(item.amount, item.currency), [
        text(data.reference_id),
        inner(data, 'provider'),
      ]),
    financial_impact: (item, data) =>
      said(
        words(text(data.impact_type)),
        item.amount === null ? '' : money(item.amount, item.currency),
        text(data.description),
      ),
    third_party_api: (item, data) =>
      said(
        `Called ${text(data.provider_name) || text(data.provider_type)}`,
        data.success === false ? 'failed' : '',
        text(data.operation),
      ),
    identify: (item, data) => said('Identified as', text(data.user_id)),
  }),
);

const words = name => {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

export function sentence(item) {
  if (typeof item.sentence === 'string' && item.sentence) return said(item.sentence, '', item.screen);
  const data = typeof item.data === 'object' && item.data !== null ? item.data : {};
  return SENTENCES.get(item.type)?.(item, data) ?? said(words(item.type), item.name ?? '', item.screen);
}
