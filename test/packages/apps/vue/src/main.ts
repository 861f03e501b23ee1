import 'knead/define';
import type {} from 'knead/vue';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#root');
