export type { AsideEntry, ViewState } from './database';
export type { StorageEnvironment } from './environment';
export {
	openStore,
	type Restored,
	type SaveState,
	type StoreEvents,
	type StoreOptions,
	type WorkbookStore
} from './store';
