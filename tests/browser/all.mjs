// All checks in one run, on one stage: `node --test all.mjs`. A single file can be run as well.

import './valid.test.mjs';
import './console.test.mjs';
import './layout.test.mjs';
import './access.test.mjs';
import './keyboard.test.mjs';
import './terms.test.mjs';
import './cards.test.mjs';
import './share.test.mjs';
import './anchors.test.mjs';
import './charts.test.mjs';
import './noscript.test.mjs';
import './file.test.mjs';
import './print.test.mjs';
import './modes.test.mjs';
import './search.test.mjs';
import './aloud.test.mjs';
import './weight.test.mjs';
import './lighthouse.test.mjs';
