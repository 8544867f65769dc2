"""Schools of California, as the R package survey has them: `apiclus1`, all schools of 15 districts drawn out of 757.

Each district with its county and the Academic Performance Index of 2000 of its schools (Lumley, Complex Surveys, 2010,
§3.2). The weight is the one that comes with the data; the same for all, it does not matter.
"""

from collections.abc import Sequence

DISTRICTS_IN_ALL = 757
WEIGHT = 33.847
DISTRICTS: Sequence[tuple[int, str, str]] = (
    (637, "Alameda", "608 684 612 710 729 714 759 585 625 664 669"),
    (437, "Fresno", "443 467 482 496"),
    (778, "Kern", "411 494"),
    (197, "Los Angeles", "493 592 550 689 598 628 652 628 832 777 709 709 736"),
    (406, "Los Angeles", "561 555"),
    (815, "Mendocino", "696 631 564 602"),
    (178, "Merced", "529 491 510 547"),
    (255, "Orange", "814 806 715 785 720 905 617 630 629 696 476 757 825 595 552 847"),
    (568, "Plumas", "714 724 687 723 662 699 807 679 691"),
    (
        135,
        "San Diego",
        (
            "622 754 655 764 795 505 638 733 523 511 710 657 602 490 664 651 603 698 511 814 669 711 538 705"
            " 595 551 762 521 709 780 780 722 828 737"
        ),
    ),
    (
        510,
        "San Diego",
        "595 661 502 614 585 582 642 536 746 667 629 745 674 637 696 632 639 745 789 656 789",
    ),
    (
        716,
        "San Joaquin",
        (
            "517 478 582 592 587 553 516 535 566 481 472 559 610 599 551 554 561 505 492 504 487 627 465 529"
            " 625 436 542 515 461 528 512 508 670 760 652 546 717"
        ),
    ),
    (61, "Santa Clara", "701 748 735 699 685 827 711 677 759 697 742 691 700"),
    (413, "Santa Clara", "551"),
    (448, "Santa Clara", "703 676 714 842 824 717 836 733 719 817 749 781"),
)
