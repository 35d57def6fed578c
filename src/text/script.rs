//! Traditional characters and the simplified ones that the rules are written in. Knows no words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The simplified form of a traditional character that stands in a word of the rules (報告, 億元, 個百分點); any other character
/// is its own. Both forms take three bytes, so that a text read this way has its words where the printed one has them.
pub fn simplified(c: char) -> char {
    static TABLE: LazyLock<BTreeMap<char, char>> =
        LazyLock::new(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());
    if c.is_ascii() { c } else { TABLE.get(&c).copied().unwrap_or(c) }
}

/// Characters of the traditional script, in the order of their code points.
#[rustfmt::skip]
const TRADITIONAL: &str = "\
    並佈佔來係個們偵備傢僅價億儘償優儲內兩凈別剛創劃劇劑動務勢區協參員啓啟單噸噹嚴國圍園圓團堅報場塊墰壇壓壜奬奮學實寧審將專\
    對導屆層屬崗嵗帶幣幹幾庫廠廢廣張強彙後徑從復徵慮慶應戶捲掃掛換揮撐撥擁擊擔擠擬擴攝數斷於時晉曏會東査桿條棟業極榮構樁標機\
    檢檯檻權歐歲歷歸汙決沖況淨減準滬滾滿漲潔潛潤濃濟瀏灣為營爭爲牀牽獎獲獻現環瓊產産畝異當發盞盡盤盧眞眾確礎礦稅種稱積穩穫筆\
    節範築簡簽籌籤粵糰約納純級紮組結給統經綠綫維網緑線編緩緻縣縮總績織繞繫繼續纔罎羣義職脩臨臺與舉舊舘艱莊萬蓋蘇蘊處號虧衆術\
    衝裏補裝裡製複覈規覽計訓記訪設許註評詞認語說課調請論諧謀識議讀變讓負財貢貨責貴貸費資賦質購贏贛躋躍車軍較載輕輛輪輯轉辦農\
    迴這連週進遊運過達遞遷選遼邁還郵鄉鄰釋釐針鈡銀銅銜銷鋪錄録錶鍵鍾鎊鎭鎮鏈鐘長門閉開間閤閩閱關陝陞隊階際隻雙雲電響頁頂頃項\
    順須預頒領頭顆額類顧顯飽養餘館駐騰體髮魯麪麫麵點\
";

/// Their simplified forms, each at the same place.
#[rustfmt::skip]
const SIMPLIFIED: &str = "\
    并布占来系个们侦备家仅价亿尽偿优储内两净别刚创划剧剂动务势区协参员启启单吨当严国围园圆团坚报场块坛坛压坛奖奋学实宁审将专\
    对导届层属岗岁带币干几库厂废广张强汇后径从复征虑庆应户卷扫挂换挥撑拨拥击担挤拟扩摄数断于时晋向会东查杆条栋业极荣构桩标机\
    检台槛权欧岁历归污决冲况净减准沪滚满涨洁潜润浓济浏湾为营争为床牵奖获献现环琼产产亩异当发盏尽盘卢真众确础矿税种称积稳获笔\
    节范筑简签筹签粤团约纳纯级扎组结给统经绿线维网绿线编缓致县缩总绩织绕系继续才坛群义职修临台与举旧馆艰庄万盖苏蕴处号亏众术\
    冲里补装里制复核规览计训记访设许注评词认语说课调请论谐谋识议读变让负财贡货责贵贷费资赋质购赢赣跻跃车军较载轻辆轮辑转办农\
    回这连周进游运过达递迁选辽迈还邮乡邻释厘针钟银铜衔销铺录录表键钟镑镇镇链钟长门闭开间合闽阅关陕升队阶际只双云电响页顶顷项\
    顺须预颁领头颗额类顾显饱养余馆驻腾体发鲁面面面点\
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simplified_text_has_its_words_where_the_printed_one_has_them() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().chain(SIMPLIFIED.chars()).all(|c| c.len_utf8() == 3));
        let read: String = "區長於會議上作報告，新增12.5億元、3個百分點".chars().map(simplified).collect();
        assert_eq!(read, "区长于会议上作报告，新增12.5亿元、3个百分点");
    }
}
