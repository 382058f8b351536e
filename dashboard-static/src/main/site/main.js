import './core/preferences.js';
import './frame/app.js';
