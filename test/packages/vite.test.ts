import { testInstalledApp } from './installed-app.js';

testInstalledApp('vite');
