const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** How many digits have one name of a group. */
const GROUP = 4;

/**
 * An amount in fen as money papers write it: 人民币壹仟贰佰叁拾肆元伍角整. 整 stands after 元 or 角,
 * never after 分; zeros between digits are read once, one before 角 not at all. Up to 999,999,999.99.
 */
export function capitals(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/^0+/, '');
  const [jiao, fen] = [Number(digits.at(-2)), Number(digits.at(-1))];
  const whole = yuan === '' ? '' : `${wholeText(yuan)}元`;
  return `人民币${amountFen < 0 ? '负' : ''}${whole}${partText(whole, jiao, fen)}`;
}

function partText(whole: string, jiao: number, fen: number): string {
  const isWhole = jiao === 0 && fen === 0;
  if (isWhole) return whole === '' ? '零元整' : '整';
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  return tenths + (fen > 0 ? `${DIGITS[fen]}分` : '整');
}

/** Digits without a zero in front. */
function wholeText(digits: string): string {
  let text = '';
  let isGap = false;
  let isGroupEmpty = true;
  [...digits].forEach((digit, index) => {
    const left = digits.length - 1 - index;
    if (digit === '0') {
      isGap = true;
    } else {
      text += `${isGap ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[left % GROUP]}`;
      isGap = false;
      isGroupEmpty = false;
    }
    if (left % GROUP !== 0) return;
    if (!isGroupEmpty) text += GROUPS[left / GROUP];
    isGroupEmpty = true;
  });
  return text;
}
