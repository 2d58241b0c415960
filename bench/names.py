"""What the projects in the releases are called, so that they can be searched for."""

import random

# Two characters, as many a product or a vessel is called: each name is that of a release in some thousands.
NAMED = "朗 晴 朔 弦 桅 帆 澄 溯 澈 湛 翎 霽 岫 嵐 崗 峻 瑜 璟 琛 珩 檀 楓 桐 槿 鷗 鷺 鯤 鯨 鱗 螢 暉 曦 旻 昊 晨 曙 昕 晞 澔 潯 滄 漪 泓 汐 灝 瀚 渺 涵 芊 蓁 茗 菀 蕙 芮 荻 萱 熠 煜 炯 煒".split()


def name(number: int) -> str:
    """What the project of a release is called: two characters that few others have."""
    first, second = random.Random(f"name {number}").sample(NAMED, 2)
    return first + second
