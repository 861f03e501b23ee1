// Beside what the calendar's benchmark declares: the peers are installed by the benches alone.
declare module 'react-dom';
