import 'katex/dist/katex.min.css';
import rehypeKatex, { type Options } from 'rehype-katex';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';

// A formula that is wrong is shown as it was written. `maxExpand` and `maxSize` stop formulas that would fill the memory or the page.
const options: Options = { trust: false, strict: false, maxExpand: 500, maxSize: 20 };

export const math: { remark: PluggableList[number]; rehype: PluggableList[number] } = {
  remark: [remarkMath, { singleDollarTextMath: false }],
  rehype: [rehypeKatex, options],
};
