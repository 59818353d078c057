// These functions run in the page: they use nothing from outside themselves.

/**
 * Sets `paintAfter(key, selector)`: milliseconds from the next press of a key to the end of the frame in which the first
 * element that matches shows another text.
 */
export function watchPaints() {
	const PATIENCE_MS = 10_000;
	window.paintAfter = (awaited, selector) =>
		new Promise((resolve, reject) => {
			const textOf = () => document.querySelector(selector)?.textContent;
			const before = textOf();
			let started;
			const onkeydown = ({ key, timeStamp }) => {
				if (key === awaited) started ??= timeStamp;
			};
			const observer = new MutationObserver(() => {
				if (started === undefined || textOf() === before) return;
				stop();
				// The next frame paints the change, and a message posted from within it arrives when it is done.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - started);
					port2.postMessage(null);
				});
			});
			const patience = setTimeout(() => {
				stop();
				reject(new Error(`The text of ${selector} stayed “${before}” after ${awaited}.`));
			}, PATIENCE_MS);
			const stop = () => {
				clearTimeout(patience);
				observer.disconnect();
				removeEventListener('keydown', onkeydown, true);
			};
			addEventListener('keydown', onkeydown, true);
			observer.observe(document, { subtree: true, childList: true, characterData: true });
		});
}

/** Sets `firstNumber`: milliseconds from the start of the navigation to the end of the frame that shows the answer. */
export function watchFirstNumber() {
	window.firstNumber = new Promise((resolve) => {
		const look = () => {
			const cell = document.querySelector('[data-address=B6]');
			// Frames do not begin while a style sheet is awaited: what stands in the document in one is painted by it.
			if (cell?.textContent !== '16.7×' || cell.getClientRects().length === 0)
				return requestAnimationFrame(look);
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now());
			port2.postMessage(null);
		};
		requestAnimationFrame(look);
	});
}

/** Milliseconds from the start of the navigation to the first paint of content, as the browser reports it. */
export function firstContentfulPaint() {
	return new Promise((resolve) => {
		new PerformanceObserver((list) => {
			const [entry] = list.getEntriesByName('first-contentful-paint');
			if (entry) resolve(entry.startTime);
		}).observe({ type: 'paint', buffered: true });
	});
}

/** Milliseconds between two frames: the median of some. */
export async function frameMilliseconds() {
	const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const gaps = [];
	let before = await nextFrame();
	while (gaps.length < 31) {
		const now = await nextFrame();
		gaps.push(now - before);
		before = now;
	}
	return gaps.sort((a, b) => a - b)[15];
}

/**
 * Scrolls an element down a step with every frame, then back up. Gives the milliseconds between frames that 95 of 100 stay
 * below.
 */
export async function scrollFrames({ selector, frames, step }) {
	const element = document.querySelector(selector);
	const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const gaps = [];
	element.scrollTop = 0;
	let before = await nextFrame();
	for (let frame = 0; frame < frames; frame++) {
		element.scrollTop += frame < frames / 2 ? step : -step;
		const now = await nextFrame();
		gaps.push(now - before);
		before = now;
	}
	return gaps.sort((a, b) => a - b)[Math.floor(frames * 0.95)];
}

/**
 * Sets `longestTaskFrom(since)`: the longest task that began after a moment, in milliseconds; those that the browser does
 * not report take up to 50.
 */
export function watchTasks() {
	const tasks = [];
	const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
	observer.observe({ type: 'longtask' });
	window.longestTaskFrom = (since) => {
		tasks.push(...observer.takeRecords());
		const begun = tasks.splice(0).filter(({ startTime }) => startTime >= since);
		return Math.max(50, ...begun.map(({ duration }) => duration));
	};
}

/** The addresses of the scripts that held the first paint back. */
export function blockingScripts() {
	return performance
		.getEntriesByType('resource')
		.filter(({ initiatorType, renderBlockingStatus }) => {
			return initiatorType === 'script' && renderBlockingStatus === 'blocking';
		})
		.map(({ name }) => name);
}
