import { testInstalledApp } from './installed-app.js';

testInstalledApp('import-map');
