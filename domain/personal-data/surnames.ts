const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Hangul surnames of one syllable, most common first. */
export const HANGUL_SURNAMES =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문손양배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥인맹제모탁국어은편용리림려량로";
/** Those frequent enough to tell a name where nothing but a job follows it. */
export const COMMON_HANGUL_SURNAMES =
  "김이박최정강조윤장임한오서신권황안송류유홍고문손양배백허남심노곽성차구민진나엄채천방공현함변염라리림";
export const HANGUL_DOUBLE_SURNAMES = "남궁|황보|제갈|선우|사공|독고|서문";

/** Chinese surnames of one character, simplified and traditional. */
export const HAN_SURNAMES =
  "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文朴洪严嚴柳玄玉池";
export const HAN_DOUBLE_SURNAMES = "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|南宫|皇甫|尉迟";

/** Surnames of Korea, China and Vietnam in Latin letters, lower case. */
export const ROMANISED_SURNAMES = words(`
  kim gim lee ri li yi rhee rhie park pak bak choi choe chae jung jong jeong chung chong cheong kang gang jo cho joh
  yoon yun youn jang chang lim im rim rhim han oh o seo so suh shin sin kwon gwon hwang whang ahn an song ryu
  yoo yu you hong jeon chon jun ko go koh moon mun yang ryang bae pae baek paek paik heo ho hur huh nam sim shim
  no ro roh noh ha kwak gwak sung cha joo chu ju woo u ku koo gu min jin na ra ji chi um om eom won bang pang
  byon byun hyon hyun ham yom do to sol ma wi pyo ki wang kum ok ong
  zhang liu chen zhao huang zhou wu xu sun hu zhu gao lin he guo luo liang zheng xie tang feng yu dong xiao
  cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan
  fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian tao
  ouyang sima shangguan zhuge
  nguyen tran le pham hoang huynh phan vu vo dang bui ngo duong ly dinh trinh`);

/** Those that are English words too: a name only with a given name of two syllables written apart. */
export const SURNAMES_LIKE_WORDS = words(
  "to do so no an he you u oh long may ma won om um sun song chi ham",
);

/** Syllables of Korean given names in Latin letters, both romanisations and common spellings. */
export const KOREAN_SYLLABLES = words(`
  a ae ah an bae bi bin bo bok bom bong bum byol byeol byong byung cha chae chan chang chi cho choe choi chol cheol
  chong chul chun da dae dan do dok dong du eui eun eok eul gang geum geun gi gil go gook gu guk gun gwang gwi gyeong
  gyong gyu ha hae hak han hang he hee heon heum heung ho hon hong hoon hui hun hwa hwan hwi hyang hye hyo hyok
  hyeok hyuk hyon hyeon hyong hyeong hyun hyung i ik il im in ja jae jang je jeong ji jin jo jong joo joon ju jun
  jung kang ki kil kon kook ku kuk kun kwan kwang kwi kyo kyong kyoung kyu kyun kyung la lan lee lim ma man mi mil
  min mo mok mong moo moon mu mun myo myong myeong myung na nae nak nam nan no nyo ok ol on pil pok pom pong pyo
  pyong pyol ra rae rak ran re ri rim rin ro rok ryol ryon ryong ryu sa sae san sang se seo seok seol seon seong
  seung shi shik shin si sik sil sim sin so sok sol son song soo sook soon su suk sun sung tae taek tae to tok tong
  u uk um un ung ui wol won woo wook woon woong ye yeo yeon yeong yo yol yon yong yoo yoon you young yu yul yun yung`);

/** Two-character given names in pinyin are written as one word of these syllables. */
const SYLLABLE =
  "(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u))";
export const PINYIN_GIVEN = new RegExp(`^${SYLLABLE}{1,2}$`, "i");
